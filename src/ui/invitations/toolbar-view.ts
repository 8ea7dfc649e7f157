import type { Reader } from "../../core/words/translate.ts";
import { element } from "../element.ts";
import type { Group, Query, Sort } from "./arrange.ts";

export interface Toolbar {
  readonly root: HTMLElement;
  readonly search: HTMLInputElement;
}

const SORTS: readonly Sort[] = ["start", "received", "title", "organizer"];
const GROUPS: readonly Group[] = ["day", "organizer", "none"];

/** Another question to the list. */
export type Ask = (change: Partial<Query>) => void;

/** Searching, sorting and grouping; more buttons stand beside them. */
export function toolbarView(
  query: Query,
  reader: Reader,
  more: { readonly ask: Ask; readonly buttons: readonly HTMLElement[] },
): Toolbar {
  const { translate } = reader;
  const { ask } = more;
  const search = element("input", {
    attributes: {
      type: "search",
      placeholder: translate("invitations_search"),
      "aria-label": translate("invitations_search_label"),
    },
    data: { field: "search" },
  });
  search.addEventListener("input", () => {
    ask({ text: search.value });
  });
  const sort = choice({ name: "sort", values: SORTS, chosen: query.sort }, reader, (value) => {
    ask({ sort: value });
  });
  const group = choice({ name: "group", values: GROUPS, chosen: query.group }, reader, (value) => {
    ask({ group: value });
  });
  const root = element("div", { class: "toolbar" }, [search, group, sort, ...more.buttons]);
  return { root, search };
}

interface Choice<Value extends string> {
  readonly name: "sort" | "group";
  readonly values: readonly Value[];
  readonly chosen: Value;
}

function choice<Value extends string>(
  { name, values, chosen }: Choice<Value>,
  { translate }: Reader,
  choose: (value: Value) => void,
): HTMLElement {
  const select = element(
    "select",
    { data: { field: name } },
    values.map((value) =>
      element("option", {
        text: translate(`invitations_${name}_${value}`),
        attributes: { value, ...(value === chosen ? { selected: "" } : {}) },
      }),
    ),
  );
  select.addEventListener("change", () => {
    choose(select.value as Value);
  });
  return element("label", { class: "choice" }, [
    element("span", { text: translate(`invitations_${name}`) }),
    select,
  ]);
}
