export const mcpAddress = '/mcp';
/** RFC 9728. */
export const metadataAddress = '/.well-known/oauth-protected-resource';
