import { aliasesView } from "./aliases-view.ts";
import { authservView } from "./authserv-view.ts";
import { barView } from "./bar-view.ts";
import { copyView } from "./copy-view.ts";
import { languageView } from "./language-view.ts";
import { mailboxView } from "./mailbox-view.ts";
import type { OptionsScene } from "./options-desk.ts";
import { recordView } from "./record-view.ts";
import { retentionView } from "./retention-view.ts";
import { sendingView } from "./sending-view.ts";
import { templatesView } from "./templates-view.ts";

/** Everything that can be chosen, with what it means. */
export function optionsView(scene: OptionsScene): readonly HTMLElement[] {
  return [
    aliasesView(scene),
    authservView(scene),
    templatesView(scene),
    languageView(scene),
    copyView(scene),
    ...(scene.options.hidesBuiltInBar ? [barView(scene)] : []),
    sendingView(scene),
    mailboxView(scene),
    recordView(scene),
    retentionView(scene),
  ];
}
