'use strict';
import('../dist/main.js').catch(function (error) {
  console.error(error);
  process.exit(70);
});
