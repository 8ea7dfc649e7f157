/*
 * Reads iTIP objects with KDE's calendar library: for each file that is given a line of JSON with
 * the method of the message, and what a calendar needs of its incidence.
 */
#include <KCalendarCore/ICalFormat>
#include <KCalendarCore/Incidence>
#include <KCalendarCore/MemoryCalendar>
#include <KCalendarCore/ScheduleMessage>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <QTimeZone>

using namespace KCalendarCore;

static QString contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

static QString partstatOf(Attendee::PartStat status)
{
    switch (status) {
    case Attendee::NeedsAction:
        return QStringLiteral("NEEDS-ACTION");
    case Attendee::Accepted:
        return QStringLiteral("ACCEPTED");
    case Attendee::Declined:
        return QStringLiteral("DECLINED");
    case Attendee::Tentative:
        return QStringLiteral("TENTATIVE");
    case Attendee::Delegated:
        return QStringLiteral("DELEGATED");
    default:
        return QStringLiteral("other");
    }
}

static bool isCancelled(const IncidenceBase::Ptr &base)
{
    const Incidence::Ptr incidence = base.dynamicCast<Incidence>();
    return incidence && incidence->status() == Incidence::StatusCanceled;
}

static QJsonObject read(const QString &name)
{
    MemoryCalendar::Ptr calendar(new MemoryCalendar(QTimeZone::utc()));
    ICalFormat format;
    const ScheduleMessage::Ptr message = format.parseScheduleMessage(calendar, contentOf(name));
    if (!message || !message->event()) {
        return {{QStringLiteral("file"), name}};
    }
    const IncidenceBase::Ptr incidence = message->event();
    QJsonArray attendees;
    const auto all = incidence->attendees();
    for (const Attendee &attendee : all) {
        attendees.append(QJsonObject{{QStringLiteral("address"), attendee.email()},
                                     {QStringLiteral("name"), attendee.name()},
                                     {QStringLiteral("partstat"), partstatOf(attendee.status())},
                                     {QStringLiteral("delegate"), attendee.delegate()}});
    }
    return {{QStringLiteral("file"), name},
            {QStringLiteral("method"), ScheduleMessage::methodName(message->method())},
            {QStringLiteral("isCancelled"), isCancelled(incidence)},
            {QStringLiteral("uid"), incidence->uid()},
            {QStringLiteral("organizer"), incidence->organizer().email()},
            {QStringLiteral("comments"), QJsonArray::fromStringList(incidence->comments())},
            {QStringLiteral("attendees"), attendees}};
}

int main(int count, char *files[])
{
    QTextStream output(stdout);
    output.setCodec("UTF-8");
    for (int i = 1; i < count; i++) {
        output << QJsonDocument(read(QString::fromLocal8Bit(files[i]))).toJson(QJsonDocument::Compact) << "\n";
    }
    return 0;
}
