import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

const run = promisify(execFile);
/** Those that ask nothing of a server but the protocol: the others want tools of the suite's own names. */
const scenarios = ['server-initialize', 'ping', 'tools-list', 'dns-rebinding-protection'];

export const assistants = [
  {
    client: '@modelcontextprotocol/client',
    tried: 'its tools at /mcp, and an answer',
    async run({ url, headers }) {
      const client = new Client({ name: 'tried', version: '1' });
      await client.connect(
        new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit: { headers } }),
      );
      const { tools } = await client.listTools();
      assert.ok(tools.length > 5);
      const { structuredContent } = await client.callTool({ name: 'list_workspaces', arguments: {} });
      assert.equal(structuredContent.data.viewer.workspaces[0].name, 'Northwind Managed Services');
      await client.close();
    },
  },
  {
    client: '@modelcontextprotocol/conformance',
    tried: `${scenarios.join(', ')} at /mcp`,
    async run({ url, headers }) {
      await using door = await openDoor(url, headers.Authorization);
      const suite = path.join(
        import.meta.dirname,
        'node_modules/@modelcontextprotocol/conformance/dist/index.js',
      );
      for (const scenario of scenarios)
        await run(process.execPath, [suite, 'server', '--url', door.url, '--scenario', scenario], {
          cwd: path.join(import.meta.dirname, 'tried'),
        });
    },
  },
];

/** The suite has no way to be given a token: this adds one, and passes on everything else as it comes. */
async function openDoor(url, authorization) {
  const server = createServer(async (request, response) => {
    const chunks = await Array.fromAsync(request);
    const headers = { ...request.headers };
    for (const name of ['host', 'connection', 'content-length']) delete headers[name];
    // A page of the door would be one of the server's.
    if (headers.origin?.endsWith(`:${server.address().port}`)) headers.origin = url;
    const answer = await fetch(`${url}${request.url}`, {
      method: request.method,
      headers: { ...headers, authorization },
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    response.end(await answer.text());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/mcp`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
