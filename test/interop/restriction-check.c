/* Reads an iCalendar object from standard input and says what libical finds wrong with it. */
#include <libical/ical.h>
#include <stdio.h>
#include <string.h>

#define LIMIT (1024 * 1024)

static char text[LIMIT + 1];
static int errors = 0;

static void report(icalcomponent *component)
{
    icalproperty *property;
    icalcomponent *inner;

    for (property = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY); property;
         property = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
        printf("%s: %s\n", icalcomponent_kind_to_string(icalcomponent_isa(component)),
               icalproperty_get_xlicerror(property));
        errors++;
    }
    for (inner = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); inner;
         inner = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)) {
        report(inner);
    }
}

int main(void)
{
    icalcomponent *calendar;
    int valid;

    text[fread(text, 1, LIMIT, stdin)] = '\0';
    calendar = icalparser_parse_string(text);
    if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
        printf("not one VCALENDAR\n");
        return 1;
    }
    valid = icalrestriction_check(calendar);
    report(calendar);
    if (!valid && errors == 0) {
        printf("refused without a reason\n");
        errors++;
    }
    icalcomponent_free(calendar);
    return errors > 0;
}
