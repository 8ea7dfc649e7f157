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

/** In the top layer nothing that the mail styles can lie above it. */
function showOnTop(host: HTMLElement): void {
  document.documentElement.append(host);
  host.popover = "manual";
  host.showPopover();
}

warn().catch((error: unknown) => {
  console.warn("The banner cannot be shown:", error);
});
