process.stderr.write('usage: npm run --silent lab -- <nothing is offered here yet>\n');
process.exitCode = 2;
