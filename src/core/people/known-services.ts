/**
 * Addresses that calendar services send from in their users' names. A service is believed only
 * where it also names the organizer in Reply-To or Sender (contract: sender-is-organizer).
 */
const SERVICE_ADDRESSES: ReadonlySet<string> = new Set([
  "calendar-notification@google.com",
  "calendar-server@google.com",
  "no-reply@zoom.us",
  "noreply@zoom.us",
  "messenger@webex.com",
  "notifications@calendly.com",
  "no-reply@calendly.com",
  "no-reply@cal.com",
  "hello@cal.com",
  "mailer@doodle.com",
  "noreply@email.teams.microsoft.com",
  "no-reply@teams.mail.microsoft",
  "noreply@insideicloud.icloud.com",
]);

export function isKnownService(address: string): boolean {
  return SERVICE_ADDRESSES.has(address.toLowerCase());
}
