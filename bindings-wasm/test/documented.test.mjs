// Every public name of the built declarations, and every member of it, says what it is.
import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { SyntaxKind } from "typescript/unstable/ast";
import { API } from "typescript/unstable/sync";

const here = fileURLToPath(new URL("..", import.meta.url));

let api;
let program;
before(() => {
  api = new API({ cwd: here });
  const project = api.updateSnapshot({ openProject: join(here, "test/tsconfig.json") }).getProjects()[0];
  program = project.program;
});
after(() => api.close());

const isExported = (node) => node.modifiers?.some(({ kind }) => kind === SyntaxKind.ExportKeyword) ?? false;
const named = (node) => node.name?.text ?? node.name?.getText?.();

/** The declarations of a file by name. */
function declared(file) {
  const source = program.getSourceFile(file);
  assert.ok(source, `${file} is not part of the program`);
  const found = new Map();
  const keep = (name, node) => found.set(name, [...(found.get(name) ?? []), node]);
  for (const statement of source.statements) {
    if (statement.kind === SyntaxKind.VariableStatement) {
      for (const variable of statement.declarationList.declarations) keep(named(variable), statement);
    } else if (named(statement) !== undefined) {
      keep(named(statement), statement);
    }
  }
  return { source, found };
}

/** What a file exports: pairs of a public name and its declaration. */
function* exported(file, prefix = "") {
  const { source, found } = declared(file);
  for (const [name, nodes] of found) for (const node of nodes) if (isExported(node)) yield [prefix + name, node];
  for (const statement of source.statements) {
    if (statement.kind !== SyntaxKind.ExportDeclaration) continue;
    const from = statement.moduleSpecifier && join(dirname(file), statement.moduleSpecifier.text.replace(/\.js$/, ".d.ts"));
    const { exportClause } = statement;
    if (exportClause === undefined) {
      yield* exported(from, prefix);
    } else if (exportClause.kind === SyntaxKind.NamespaceExport) {
      yield* exported(from, `${prefix}${named(exportClause)}.`);
    } else {
      for (const { name, propertyName } of exportClause.elements) {
        const wanted = (propertyName ?? name).text;
        const nodes = from === undefined ? imported(source, file, wanted) : [...exported(from)].filter(([other]) => other === wanted).map(([, node]) => node);
        assert.ok(nodes.length > 0, `${wanted} of ${file}`);
        for (const node of nodes) yield [prefix + name.text, node];
      }
    }
  }
}

/** What a file imports by that name, to export it again. */
function imported(source, file, wanted) {
  for (const statement of source.statements) {
    if (statement.kind !== SyntaxKind.ImportDeclaration) continue;
    const names = statement.importClause?.namedBindings?.elements ?? [];
    if (!names.some(({ name }) => name.text === wanted)) continue;
    const from = join(dirname(file), statement.moduleSpecifier.text.replace(/\.js$/, ".d.ts"));
    return [...exported(from)].filter(([name]) => name === wanted).map(([, node]) => node);
  }
  return [];
}

/** A declaration and its members, down to those of types that are written in place or stand unexported in the same file. */
function* parts(name, node) {
  yield [name, node];
  yield* members(name, node);
}

function* members(path, node) {
  for (const member of node.members ?? []) {
    const own = named(member);
    if (own?.startsWith("#") || member.modifiers?.some(({ kind }) => kind === SyntaxKind.PrivateKeyword)) continue;
    // `from?: never` only says that there is none, and names of any kind have no own comment.
    if (member.type?.kind === SyntaxKind.NeverKeyword || member.kind === SyntaxKind.IndexSignature) continue;
    yield* parts(`${path}.${own ?? SyntaxKind[member.kind]}`, member);
  }
  const bases = (node.heritageClauses ?? []).flatMap(({ types }) => [...types]).map(({ expression }) => expression);
  const within = [node.type, ...(node.types ?? []), ...(node.typeArguments ?? [])];
  for (const type of [...within, ...bases]) {
    const local = type && declared(type.getSourceFile().fileName).found.get((type.typeName ?? type).text)?.[0];
    if (local !== undefined && !isExported(local)) yield* members(path, local);
    else if (type !== undefined && !isFunction(node)) yield* members(path, type);
  }
}

/** What a function gives is documented where it is declared. */
const isFunction = ({ kind }) => kind === SyntaxKind.FunctionDeclaration || kind === SyntaxKind.MethodDeclaration;

const isDocumented = (node) => (node.jsDoc ?? []).some((doc) => /[a-z]{2}/.test(doc.getText?.() ?? doc.comment ?? "x"));

test("every public name and member has a comment", () => {
  const names = new Set();
  const bare = new Set();
  const all = [...exported(join(here, "dist/index.d.ts")), ...exported(join(here, "dist/text/index.d.ts"), "smskernel/text."), ...exported(join(here, "dist/webhooks/index.d.ts"), "smskernel/webhooks.")];
  for (const [name, node] of all) {
    for (const [path, part] of parts(name, node)) {
      names.add(path);
      if (!isDocumented(part)) bare.add(path);
    }
  }
  // What stands in this list was found: the walk sees namespaces, classes, getters, interfaces and types in place.
  for (const path of [
    "infobip.Gateway.sendText", "blackkonnect.Gateway.withToken", "smslist.Options.apiKey", "Call.body", "Call.parse", "Plan.rejected",
    "Refused.gatewayText", "Violation.path", "infobip.Regional.indiaDlt.principalEntityId", "infobip.Binary.hex", "merge", "State",
    "infobip.apiKey", "blackkonnect.TokenRequest.clientId", "blackkonnect.BulkSmsMessageResponse.data", "ReplyReader.fromBytes", "blackkonnect.Token.reveal", "InvalidRequest.violations", "infobip.Day",
    "segments", "text.split", "text.Culprit.instead", "text.Segments.ifReplaced", "text.HeaderElement.referenceBits", "text.Decoded.octets",
    "TextError.offset", "smskernel/text.init", "smskernel/text.countMany", "smskernel/text.TextError",
    "infobip.parseWebhook", "infobip.DeliveryReport.outcome", "infobip.OauthToken.expiresIn", "infobip.Reports.malformed", "smslist.Options.getWithKeyInUrl",
    "secretMatches", "UnreadableWebhook.reason", "WebhookRequest.query", "smskernel/webhooks.init", "smskernel/webhooks.blackkonnect.parseWebhook",
  ]) assert.ok(names.has(path), `${path} was not seen`);
  assert.ok(names.size > 300, `${names.size} names`);
  assert.deepEqual([...bare].sort(), []);
});
