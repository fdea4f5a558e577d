#!/usr/bin/env node
// The sources run as they are: no build step between a change and its effect.
require('tsx/cjs');
require('./bluecanary.ts');
