process.stderr.write('usage: npm run --silent bench -- <nothing is offered here yet>\n');
process.exitCode = 2;
