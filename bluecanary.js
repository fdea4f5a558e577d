#!/usr/bin/env node
// The sources run as they are: no build step between a change and its effect.
require('node:v8').setFlagsFromString('--interrupt-budget=1000000'); // as cdk8s.yaml runs a synth
require('tsx/cjs');
require('./bluecanary.ts');
