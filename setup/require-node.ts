// Imported first by everything that can be started by hand, with `node dist/…` and so with any Node. It has to act on
// import: whatever an entry point does itself happens after all of its imports, and those fail with riddles on an old Node.
const [major = 0] = process.versions.node.split('.').map(Number);

// `AsyncDisposableStack`, which closes everything in reverse order, came with 24.
if (major < 24) {
  console.error(
    `TenantAtlas needs Node 24 or newer, and this is ${process.version}. npm has installed one: use npm start, npx, or node_modules/.bin/node.`,
  );
  process.exit(1);
}
