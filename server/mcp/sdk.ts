/**
 * What we use of the SDK, bundled by the build (server/mcp/vite.config.ts): it brings 17 MB of packages, of which the bundle
 * is a hundredth, and which no installation should carry for an endpoint that is off unless asked for.
 */
export { createMcpHandler, fromJsonSchema, McpServer } from '@modelcontextprotocol/server';
export type { McpRequestContext } from '@modelcontextprotocol/server';
