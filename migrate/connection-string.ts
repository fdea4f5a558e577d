/**
 * What must be known of a connection string before the driver sees it: whether it is one, and which database it names.
 * Problems never repeat the string, because it holds a password.
 */
export class ConnectionString {
  readonly database: string;
  readonly problems: readonly string[];

  constructor(uri: string) {
    const match = /^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?([^/?]+)(?:\/([^?]*))?(?:\?.*)?$/.exec(uri);
    this.database = decode(match?.[2] ?? '');
    this.problems =
      match === null ? [notOne(uri)] : this.database === '' ? [noDatabase] : forbidden.test(this.database) ? [badName(this.database)] : [];
  }
}

const forbidden = /[/\\. "$]/;
const noDatabase =
  'MONGODB_URI: the path must name the database (mongodb://host/myapp), got none; the driver would silently use the database test';
const badName = (name: string) => `MONGODB_URI: a database name has none of / \\ . " $ and no space, got '${name}'`;
const notOne = (uri: string) =>
  `MONGODB_URI: mongodb://host[,host]/database or mongodb+srv://host/database, got ${uri.includes('@') ? 'something else (not shown: it may hold a password)' : `'${uri}'`}`;

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
