import { request } from "../../messaging/client.ts";
import { readerNow } from "../reader.ts";
import { bannerView } from "./banner-view.ts";

/** Later, the text under the reader's eyes would be covered: badge and popup say it alone. */
const LATEST = 1000;

/** Runs in every displayed message, a stranger's document. */
async function warn(): Promise<void> {
  const begin = performance.now();
  const view = await request("banner");
  if (view === null || performance.now() - begin > LATEST) {
    return;
  }
  const banner = bannerView(view, readerNow(), () => void request("openCard"));
  if (banner !== null) {
    showOnTop(banner.host);
  }
}

/**
 * In the top layer nothing that the mail styles can lie above it; what the reader opens there
 * later goes below it again.
 */
function showOnTop(host: HTMLElement): void {
  const { documentElement: root } = document;
  // Of all that a mail can do to the root, its scale alone reaches into the top layer.
  root.style.setProperty("zoom", "1", "important");
  root.append(host);
  host.popover = "manual";
  host.showPopover();
  const rise = ({ target }: Event): void => {
    if (target !== host && host.isConnected) {
      host.hidePopover();
      host.showPopover();
    }
  };
  document.addEventListener("toggle", rise, true);
}

warn().catch((error: unknown) => {
  console.warn("The banner cannot be shown:", error);
});
