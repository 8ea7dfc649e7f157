/*
 * Says what libical finds wrong with iCalendar objects, by its tables of RFC 5546: a line
 * "FILE<tab>COMPLAINT" for each complaint about the files that are given.
 */
#include <libical/ical.h>
#include <stdio.h>
#include <string.h>

#define LIMIT (1024 * 1024)

static char text[LIMIT + 1];

static int report(const char *file, icalcomponent *component)
{
    icalproperty *property;
    icalcomponent *inner;
    int errors = 0;

    for (property = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY); property;
         property = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
        printf("%s\t%s: %s\n", file, icalcomponent_kind_to_string(icalcomponent_isa(component)),
               icalproperty_get_xlicerror(property));
        errors++;
    }
    for (inner = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); inner;
         inner = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)) {
        errors += report(file, inner);
    }
    return errors;
}

static void check(const char *file)
{
    icalcomponent *calendar = icalparser_parse_string(text);
    int valid;

    if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
        printf("%s\tnot one VCALENDAR\n", file);
    } else {
        valid = icalrestriction_check(calendar);
        if (report(file, calendar) == 0 && !valid) {
            printf("%s\trefused without a reason\n", file);
        }
    }
    if (calendar) {
        icalcomponent_free(calendar);
    }
}

int main(int count, char *files[])
{
    int i;

    for (i = 1; i < count; i++) {
        FILE *stream = fopen(files[i], "rb");
        if (!stream) {
            return 2;
        }
        text[fread(text, 1, LIMIT, stream)] = '\0';
        fclose(stream);
        check(files[i]);
    }
    return 0;
}
