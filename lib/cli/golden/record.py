#!/usr/bin/python3
"""Records what the real AWS CLI v2 says, for the tests of the lab's own `aws` command.

Usage: record.py [theme ...]

generated/<theme>.json holds one case a line: args and, where they matter, env, files, answers (what the
service says, in turn) and reads (files to look at afterwards). Each case is run with the installed CLI
against a stub endpoint on this machine, and written back with its stdout, stderr, status and the requests
that arrived. To add a case, add a line with its args and record the theme again. The Depot service is
invented (depot.model.json) so that every kind of parameter and answer is covered.
"""
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading

HERE = os.path.dirname(os.path.abspath(__file__))
AWS = '/usr/bin/aws'
SAID = ['stdout', 'stderr', 'status', 'requests', 'after']


class Stub(http.server.BaseHTTPRequestHandler):
    answers = []
    requests = []

    def do_POST(self):
        length = int(self.headers.get('Content-Length', 0))
        body = json.loads(self.rfile.read(length) or b'{}')
        Stub.requests.append({'target': self.headers.get('X-Amz-Target'), 'body': body})
        answer = Stub.answers.pop(0) if Stub.answers else {}
        error = answer.get('error')
        payload = json.dumps({'__type': error['name'], **({'message': error['message']} if 'message' in error else {})}
                             if error else answer, separators=(',', ':'))
        self.send_response(error.get('status', 400) if error else 200)
        self.send_header('Content-Type', 'application/x-amz-json-1.1')
        self.end_headers()
        self.wfile.write(payload.encode())

    def log_message(self, *args):
        pass


def run(case, port):
    home = tempfile.mkdtemp()
    model = os.path.join(home, '.aws', 'models', 'depot', '2026-11-22')
    os.makedirs(model)
    shutil.copy(os.path.join(HERE, 'depot.model.json'), os.path.join(model, 'service-2.json'))
    shutil.copy(os.path.join(HERE, 'depot.paginators.json'), os.path.join(model, 'paginators-1.json'))
    work = os.path.join(home, 'work')
    os.makedirs(work)
    for name, content in case.get('files', {}).items():
        path = os.path.join(home, name[2:]) if name.startswith('~/') else os.path.join(work, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'wb') as f:
            f.write(bytes.fromhex(content['hex']) if isinstance(content, dict) else content.encode())
    env = {'HOME': home, 'PATH': '/usr/bin:/bin', 'LANG': 'C.UTF-8', 'TZ': 'UTC', 'AWS_EC2_METADATA_DISABLED': 'true'}
    env.update(case.get('env', {'AWS_REGION': 'eu-west-1', 'AWS_ACCESS_KEY_ID': 'AKIDEXAMPLE',
                                'AWS_SECRET_ACCESS_KEY': 'secret'}))
    Stub.answers = list(case.get('answers', []))
    Stub.requests = []
    args = list(case['args'])
    if case.get('endpoint', True):
        args += ['--endpoint-url', f'http://127.0.0.1:{port}']
    done = subprocess.run([AWS] + args, env=env, cwd=work, capture_output=True, stdin=subprocess.DEVNULL)
    after = {}
    for name in case.get('reads', []):
        path = os.path.join(home, name[2:]) if name.startswith('~/') else os.path.join(work, name)
        after[name] = open(path).read() if os.path.exists(path) else None
    shutil.rmtree(home)
    said = {'status': done.returncode, 'stdout': done.stdout.decode(), 'stderr': done.stderr.decode()}
    said = {k: v.replace(home, '/home/student') if isinstance(v, str) else v for k, v in said.items()}
    return {**case, **said, 'requests': Stub.requests, **({'after': after} if after else {})}


def main():
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Stub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    folder = os.path.join(HERE, 'generated')
    themes = sys.argv[1:] or sorted(f.split('.')[0] for f in os.listdir(folder))
    version = subprocess.run([AWS, '--version'], capture_output=True, text=True).stdout.split()[0]
    for theme in themes:
        path = os.path.join(folder, f'{theme}.json')
        with open(path) as f:
            cases = json.load(f)['cases']
        recorded = [run({k: v for k, v in case.items() if k not in SAID}, server.server_port) for case in cases]
        lines = ',\n'.join(json.dumps(case, ensure_ascii=False) for case in recorded)
        with open(path, 'w') as f:
            f.write(f'{{"recordedWith": "{version}", "cases": [\n{lines}\n]}}\n')
        print(theme, len(cases))


main()
