/** What became of a change (schema.json of src/experiments/conveneCalendar). */
export interface Change {
  readonly outcome: "written" | "waiting" | "failed";
  /** Of failed; otherwise empty. */
  readonly because: "" | "read-only" | "offline" | "refused" | "missing" | "unknown";
  readonly detail: string;
}

export interface Calendar {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly type: string;
  readonly isReadOnly: boolean;
  readonly isDisabled: boolean;
  readonly email: string | null;
  readonly schedules: boolean;
}

export interface Event {
  readonly calendarId: string;
  readonly text: string;
  readonly isWaiting: boolean;
}

export interface Busy {
  readonly calendarId: string;
  readonly uid: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly isAllDay: boolean;
  readonly status: "busy" | "tentative";
}

/** The namespace of src/experiments/conveneCalendar. */
export interface ConveneCalendar {
  isAvailable(): Promise<boolean>;
  list(): Promise<Calendar[]>;
  find(uid: string): Promise<Event[]>;
  put(calendarId: string, text: string): Promise<Change>;
  remove(calendarId: string, uid: string): Promise<Change>;
  busy(from: number, to: number): Promise<Busy[]>;
  create(name: string): Promise<Calendar>;
  hideInvitationBar(isHidden: boolean): Promise<void>;
  readonly onChanged: { addListener(listener: (uids: string[]) => void): void };
}
