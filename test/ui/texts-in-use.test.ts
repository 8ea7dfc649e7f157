import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

import { catalogue } from "../../src/core/rules/catalogue.ts";

const messages = JSON.parse(readFileSync("_locales/en/messages.json", "utf8")) as object;

/** Each form of a plural is asked for by the number. */
const PLURAL = /_(?:zero|one|two|few|many|other)$/u;

interface Source {
  readonly file: string;
  readonly tree: ts.SourceFile;
}

const sources: readonly Source[] = readdirSync("src", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => {
    const text = readFileSync(file, "utf8");
    return { file, tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true) };
  });

/** What is no TypeScript and names texts. */
const others = ["manifest.json", "scripts/editions.js", ...pages()]
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

function pages(): readonly string[] {
  return readdirSync("src/ui", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".html"))
    .map((name) => join("src/ui", name));
}

function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  for (const child of children) {
    yield* nodesOf(child);
  }
}

const nodes = sources.flatMap(({ file, tree }) =>
  [...nodesOf(tree)].map((node) => ({ file, tree, node })),
);

describe("the texts in use", () => {
  const literals = new Set(
    nodes.flatMap(({ node }) => (ts.isStringLiteralLike(node) ? [node.text] : [])),
  );
  const patterns = nodes.flatMap(({ node }) =>
    ts.isTemplateExpression(node) && /^[a-z]+_/u.test(node.head.text) ? [patternOf(node)] : [],
  );

  it.each(Object.keys(messages))("somebody asks for %s", (key) => {
    const asked = [key, key.replace(PLURAL, "")];
    const isNamed = asked.some((name) => literals.has(name) || others.includes(name));

    expect(isNamed || asked.some((name) => patterns.some((one) => one.test(name)))).toBe(true);
  });

  it("are of rules that there are", () => {
    const ids = catalogue.map(({ id }) => `rule_${id.replaceAll("-", "_")}`);
    const strays = Object.keys(messages)
      .filter((key) => key.startsWith("rule_"))
      .filter((key) => !ids.some((id) => key === id || key.startsWith(`${id}_`)));

    expect(strays).toEqual([]);
  });
});

/** What a template such as `state_${state}_title` can become. */
function patternOf({ head, templateSpans }: ts.TemplateExpression): RegExp {
  const literal = (text: string): string => text.replace(/[^\w]/gu, "\\$&");
  const rest = templateSpans.map(({ literal: { text } }) => `\\w+${literal(text)}`).join("");
  return new RegExp(`^${literal(head.text)}${rest}$`, "u");
}

describe("a sentence", () => {
  /** Other languages have another order of words; the command line's lists are no sentences. */
  it("is nowhere glued together from texts", () => {
    const glued = nodes
      .filter(({ file, node }) => !file.startsWith("src/cli/") && isWords(node) && isGlued(node))
      .map(({ file, tree, node }) => {
        const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
        return `${file}:${line + 1} ${node.getText()}`;
      });

    expect(glued).toEqual([]);
  });

  it.each([
    ["`${translate('a')}: ${name}`", true],
    ["translate('a') + name", true],
    ["name + (known ? translate('a') : '')", true],
    ["[translate('a'), name].join(', ')", true],
    ["names.map((name) => nameWords(name)).join('; ')", true],
    ["[translate('a'), translate('b')].join('\\n')", false],
    ["translate('a', [translate('b')])", false],
  ])("counts as such where it is: %s", (code, isOne) => {
    const tree = ts.createSourceFile("code.ts", code, ts.ScriptTarget.Latest, true);

    expect([...nodesOf(tree)].some((node) => isWords(node) && isGlued(node))).toBe(isOne);
  });
});

/** A call that gives back a text for people. */
function isWords(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) &&
    /(?:^|\.)(?:translate|translateCount|\w+Words)$/u.test(node.expression.getText())
  );
}

/** It becomes a part of a longer text, by other means than a placeholder or a new line. */
function isGlued({ parent }: ts.Node): boolean {
  if (
    ts.isParenthesizedExpression(parent) ||
    ts.isConditionalExpression(parent) ||
    (ts.isBinaryExpression(parent) &&
      parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
  ) {
    return isGlued(parent);
  }
  if (ts.isBinaryExpression(parent)) {
    return parent.operatorToken.kind === ts.SyntaxKind.PlusToken;
  }
  if (ts.isArrayLiteralExpression(parent)) {
    return isJoined(parent);
  }
  if (ts.isArrowFunction(parent)) {
    return ts.isCallExpression(parent.parent) && isJoined(parent.parent);
  }
  return ts.isTemplateSpan(parent);
}

/** Into one line. */
function isJoined({ parent }: ts.Node): boolean {
  if (!ts.isPropertyAccessExpression(parent) || parent.name.text !== "join") {
    return false;
  }
  const call = parent.parent;
  const [separator] = ts.isCallExpression(call) ? call.arguments : [];
  return !separator?.getText().includes("\\n");
}
