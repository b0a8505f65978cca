/** Members that travel as a stream: on the command line they are files, named without `fileb://`. */
export interface Streams {
  /** The input member whose flag names a file to send. */
  readonly input?: string;
  /** The output member that goes to the file named last on the line, and is not printed. */
  readonly output?: string;
}

const STREAMS: Readonly<Record<string, Readonly<Record<string, Streams>>>> = {
  lambda: { Invoke: { output: 'Payload' } },
  s3: { PutObject: { input: 'Body' }, UploadPart: { input: 'Body' }, GetObject: { output: 'Body' } },
};

export function streamOf(service: string, operation: string): Streams | undefined {
  return STREAMS[service]?.[operation];
}
