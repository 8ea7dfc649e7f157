import type { ListedInvitation } from "../../app/listed-invitation.ts";
import { button, element } from "../element.ts";
import type { InvitationsScene } from "./invitations-desk.ts";
import { reportText, reportView } from "./report.ts";

/** Two ways out of the page for the rows that are shown: a file for programs, paper for people. */
export function exportView(
  { reader, desk }: InvitationsScene,
  shown: () => readonly ListedInvitation[],
): HTMLElement {
  const { translate } = reader;
  const day = new Date(reader.now).toISOString().slice(0, 10);
  const save = button("export", translate("invitations_export"), () => {
    desk.save(`convene-invitations-${day}.json`, reportText(shown(), reader.now));
    desk.tell(translate("invitations_exported", [String(shown().length)]));
  });
  const print = button("print", translate("invitations_print"), () => {
    const report = reportView(shown(), reader);
    document.body.append(report);
    desk.print();
    report.remove();
  });
  return element("div", { class: "buttons" }, [save, print]);
}
