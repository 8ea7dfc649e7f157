import { element, mailText } from "../element.ts";
import { choiceRow, settingChoice } from "./choice-row.ts";
import type { OptionsScene } from "./options-desk.ts";
import { isLocked, settingView } from "./setting-view.ts";

type View = OptionsScene["options"];
type Calendars = NonNullable<View["calendars"]>;

/** Which calendar the invitations of an address go into, and what becomes of events there. */
export function calendarsView(calendars: Calendars, scene: OptionsScene): HTMLElement {
  const { options, reader } = scene;
  const { translate } = reader;
  return settingView({ name: "calendars", setting: "calendars" }, scene, [
    element("p", { text: translate("options_calendars_text") }),
    calendars.length === 0
      ? element("p", { class: "muted", text: translate("options_calendars_missing") })
      : calendarList(calendars),
    ...options.identities.map((identity) => identityRow(identity, calendars, scene)),
    settingChoice({ setting: "declinedEvents", key: "declined" }, ["keep", "remove"], scene),
    settingChoice({ setting: "cancelledEvents", key: "cancelled" }, ["mark", "remove"], scene),
  ]);
}

/** Their names in the colours that Thunderbird shows them in. */
function calendarList(calendars: Calendars): HTMLElement {
  const rows = calendars.map(({ id, name, color }) => {
    const dot = element("span", { class: "calendar-dot" });
    dot.style.setProperty("background-color", color);
    return element("li", { data: { calendar: id } }, [dot, mailText(name)]);
  });
  return element("ul", { class: "calendar-names" }, rows);
}

const ASK = "";
const NONE = "none";

function identityRow(
  { id, email }: View["identities"][number],
  calendars: Calendars,
  scene: OptionsScene,
): HTMLElement {
  const { translate } = scene.reader;
  const choice = {
    field: `calendar-of-${id}`,
    label: translate("options_calendars_label", [email]),
    offered: [
      { value: ASK, text: translate("options_calendars_ask") },
      { value: NONE, text: translate("options_calendars_none") },
      ...calendars.map(({ id: value, name: text }) => ({ value, text })),
    ],
    isLocked: isLocked("calendars", scene),
    // A calendar that is gone, or takes no events any more, is asked for again.
    current: ({ settings }: View): string => {
      const chosen = settings.calendars[id] ?? ASK;
      return chosen === NONE || calendars.some((calendar) => calendar.id === chosen) ? chosen : ASK;
    },
    change: (value: string) =>
      ({ setting: "calendars", identity: id, calendar: value === ASK ? null : value }) as const,
  };
  return choiceRow(choice, scene);
}
