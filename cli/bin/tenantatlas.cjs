#!/usr/bin/env node
'use strict';
// In the syntax of any Node: an old one has to be able to read this to say that it is too old. It must not end with a verdict.
var version = process.versions.node.split('.').map(Number);
if (version[0] < 20 || (version[0] === 20 && version[1] < 3)) {
  console.error('tenantatlas needs Node 20.3 or newer, and this is ' + process.version + '.');
  process.exit(70);
}
require('./start.cjs');
