import { localize } from "../localize.ts";
import { readerNow } from "../reader.ts";

/* Says why an edited answer was not sent: notice.html?because=recipients. */

const reader = readerNow();
const because = new URLSearchParams(location.search).get("because") ?? "refused";

localize(document, reader);

const place = document.querySelector(".because");
if (place !== null) {
  place.textContent = reader.translate(`notice_${because}`) || reader.translate("notice_refused");
}

const close = document.querySelector("button");
close?.addEventListener("click", () => {
  window.close();
});
close?.focus();
