#!/usr/bin/env node
import { readEnvironment } from './environment.js';
import { run } from './program.js';
import { processTerminal } from './output/terminal.js';

process.exitCode = await run(process.argv.slice(2), readEnvironment(), processTerminal());
