process.stderr.write('usage: npm run --silent endpoint -- <nothing is offered here yet>\n');
process.exitCode = 2;
