// Imported first by everything that can be started by hand, with `node dist/…` and so with any Node. It has to act on
// import: whatever an entry point does itself happens after all of its imports, and those fail with riddles on an old Node.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

// pg-boss needs 22.12.
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `TenantAtlas needs Node 22.12 or newer, and this is ${process.version}. npm has installed one: use npm start, npx, or node_modules/.bin/node.`,
  );
  process.exit(1);
}
