// Addresses for scripts of Code nodes: URL and URLSearchParams (WHATWG URL). Names of hosts are read by the host.
(function (host) {
  "use strict";
  const text = String;
  const PORTS = { "http:": "80", "https:": "443", "ws:": "80", "wss:": "443", "ftp:": "21", "file:": "" };
  const special = (protocol) => Object.hasOwn(PORTS, protocol);
  const whole = (given) => text(given).toWellFormed();

  // Percent-encodes what a set of characters holds, and what is beyond ASCII.
  const encode = (given, set) => given.replace(set, (sign) => encodeURIComponent(sign).replace(/^[^%]$/, (one) =>
    "%" + one.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")));
  const CONTROL = "\\0-\\x1F\\x7F-\\u{10FFFF}";
  const FRAGMENT = new RegExp("[" + CONTROL + " \"<>`]", "gu");
  const QUERY = new RegExp("[" + CONTROL + " \"#<>]", "gu");
  const SPECIAL_QUERY = new RegExp("[" + CONTROL + " \"#<>']", "gu");
  const PATH = new RegExp("[" + CONTROL + " \"#<>?^`{}]", "gu");
  const USER = new RegExp("[" + CONTROL + " \"#<>?^`{}/:;=@[\\\\\\]|]", "gu");
  const OPAQUE = new RegExp("[" + CONTROL + "]", "gu");
  const decodeLoosely = (given) => given.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => host.unescape(run));

  function invalid(given) {
    const error = new TypeError("Invalid URL: " + given);
    error.code = "ERR_INVALID_URL";
    error.input = given;
    return error;
  }

  function hostOf(given, isSpecial, input) {
    if (given.startsWith("[")) {
      const address = given.endsWith("]") ? host.ipv6(given.slice(1, -1)) : null;
      if (address === null) throw invalid(input);
      return "[" + address + "]";
    }
    if (!isSpecial) {
      if (/[\0\t\n\r #/<>?@[\\\]^|]/.test(given)) throw invalid(input);
      return encode(given, OPAQUE);
    }
    const name = host.domain(decodeLoosely(given));
    if (name === null || name === "" || /[\0-\x20"#%/:<>?@[\\\]^`{|}\x7F]/.test(name)) throw invalid(input);
    const labels = name.replace(/\.$/, "").split(".");
    return /^(\d+|0x[0-9a-f]*)$/.test(labels[labels.length - 1]) ? ipv4(labels, input) : name;
  }

  function ipv4(labels, input) {
    const numbers = labels.map((each) => {
      const base = /^0x/.test(each) ? 16 : /^0./.test(each) ? 8 : 10;
      const digits = base === 16 ? each.slice(2) || "0" : each;
      const right = base === 16 ? /^[0-9a-f]+$/ : base === 8 ? /^[0-7]+$/ : /^\d+$/;
      return right.test(digits) ? parseInt(digits, base) : NaN;
    });
    const last = numbers.pop();
    if (labels.length > 4 || numbers.some((each) => !(each < 256)) || !(last < 256 ** (4 - numbers.length))) {
      throw invalid(input);
    }
    let address = last;
    numbers.forEach((each, i) => { address += each * 256 ** (3 - i); });
    return [3, 2, 1, 0].map((i) => Math.floor(address / 256 ** i) % 256).join(".");
  }

  function portOf(given, protocol, input) {
    if (!/^\d*$/.test(given) || Number(given) > 65535) throw invalid(input);
    const port = given === "" ? "" : text(Number(given));
    return port === PORTS[protocol] ? "" : port;
  }

  function pathOf(given, isSpecial, before) {
    const parts = (isSpecial ? given.replace(/\\/g, "/") : given).split("/");
    const path = before.slice();
    parts.forEach((part, i) => {
      const plain = part.replace(/%2e/gi, ".");
      const last = i === parts.length - 1;
      if (plain === "..") {
        path.pop();
        if (last) path.push("");
      } else if (plain === ".") {
        if (last) path.push("");
      } else {
        path.push(encode(part, PATH));
      }
    });
    return path;
  }

  // {protocol, username, password, host, port, path (a list, or a text where it is opaque), query, fragment}
  function parse(given, base) {
    const input = whole(given).replace(/^[\0-\x20]+|[\0-\x20]+$/g, "").replace(/[\t\n\r]/g, "");
    const mark = input.indexOf("#");
    const fragment = mark < 0 ? null : encode(input.slice(mark + 1), FRAGMENT);
    let rest = mark < 0 ? input : input.slice(0, mark);
    const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/.exec(rest);
    let record;
    if (scheme !== null) {
      record = { protocol: scheme[0].toLowerCase(), username: "", password: "", host: null, port: "", path: [], query: null };
      rest = rest.slice(scheme[0].length);
    }
    const relative = scheme === null || base !== null && special(record.protocol) && record.protocol === base.protocol
      && !/^[/\\]/.test(rest);
    if (relative) {
      if (base === null) throw invalid(given);
      if (typeof base.path === "string" && rest !== "") throw invalid(given);
      record = { ...base };
    }
    record.fragment = fragment;
    const isSpecial = special(record.protocol);
    const question = rest.indexOf("?");
    const query = question < 0 ? null : encode(rest.slice(question + 1), isSpecial ? SPECIAL_QUERY : QUERY);
    let path = question < 0 ? rest : rest.slice(0, question);
    if (isSpecial) path = path.replace(/\\/g, "/");
    if (relative && path === "") {
      return { ...record, query: question < 0 ? record.query : query };
    }
    record.query = query;
    if (relative && !path.startsWith("/")) {
      return { ...record, path: pathOf(path, isSpecial, record.path.slice(0, -1)) };
    }
    if (relative && !path.startsWith("//")) {
      return { ...record, path: pathOf(path.slice(1), isSpecial, []) };
    }
    if (!isSpecial && !path.startsWith("/")) {
      return { ...record, path: encode(path, OPAQUE) };
    }
    if (!isSpecial && !path.startsWith("//")) {
      return { ...record, path: pathOf(path.slice(1), false, []) };
    }
    const after = isSpecial && record.protocol !== "file:" ? path.replace(/^\/*/, "") : path.replace(/^\/\//, "");
    const slash = after.indexOf("/");
    authority(record, slash < 0 ? after : after.slice(0, slash), isSpecial, given);
    record.path = slash < 0 ? (isSpecial ? [""] : []) : pathOf(after.slice(slash + 1), isSpecial, []);
    return record;
  }

  function authority(record, given, isSpecial, input) {
    const at = given.lastIndexOf("@");
    const person = at < 0 ? "" : given.slice(0, at);
    const colon = person.indexOf(":");
    record.username = encode(colon < 0 ? person : person.slice(0, colon), USER);
    record.password = colon < 0 ? "" : encode(person.slice(colon + 1), USER);
    const place = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(given.slice(at + 1));
    if (place === null) throw invalid(input);
    if (record.protocol === "file:") {
      record.host = place[1] === "" || place[1] === "localhost" ? "" : hostOf(place[1], true, input);
      record.port = "";
      return;
    }
    if (place[1] === "" && (isSpecial || at >= 0 || place[2] !== undefined)) throw invalid(input);
    record.host = place[1] === "" ? "" : hostOf(place[1], isSpecial, input);
    record.port = portOf(place[2] ?? "", record.protocol, input);
  }

  const pathText = (record) => (typeof record.path === "string" ? record.path : record.path.map((each) => "/" + each).join(""));
  const hostText = (record) => (record.host ?? "") + (record.port === "" ? "" : ":" + record.port);
  const person = (record) => (record.username === "" && record.password === "" ? ""
    : record.username + (record.password === "" ? "" : ":" + record.password) + "@");
  const hrefOf = (record) => record.protocol + (record.host === null ? (pathText(record).startsWith("//") ? "/." : "")
    : "//" + person(record) + hostText(record)) + pathText(record)
    + (record.query === null ? "" : "?" + record.query) + (record.fragment === null ? "" : "#" + record.fragment);

  const formEncode = (given) => encodeURIComponent(whole(given)).replace(/%20/g, "+")
    .replace(/[!'()~]/g, (sign) => "%" + sign.charCodeAt(0).toString(16).toUpperCase());
  const formDecode = (given) => decodeLoosely(given.replace(/\+/g, " "));
  let changed = null;

  class URLSearchParams {
    #pairs = [];
    #owner = null;
    static {
      changed = (params, query, owner) => {
        params.#pairs = query === null ? [] : URLSearchParams.#read(query);
        params.#owner = owner ?? params.#owner;
      };
    }
    static #read(query) {
      return query.split("&").filter((each) => each !== "").map((each) => {
        const mark = each.indexOf("=");
        return mark < 0 ? [formDecode(each), ""] : [formDecode(each.slice(0, mark)), formDecode(each.slice(mark + 1))];
      });
    }
    constructor(given = "") {
      if (typeof given !== "object" || given === null) {
        this.#pairs = URLSearchParams.#read(whole(given).replace(/^\?/, ""));
      } else if (typeof given[Symbol.iterator] === "function") {
        this.#pairs = Array.from(given, (pair) => {
          const [name, value, ...more] = pair;
          if (value === undefined || more.length > 0) throw new TypeError("each pair must be a name and a value");
          return [whole(name), whole(value)];
        });
      } else {
        this.#pairs = Object.keys(given).map((name) => [whole(name), whole(given[name])]);
      }
    }
    #tell() {
      this.#owner?.(this.#pairs.length === 0 ? null : this.toString());
    }
    get size() { return this.#pairs.length; }
    append(name, value) {
      this.#pairs.push([whole(name), whole(value)]);
      this.#tell();
    }
    delete(name, value) {
      this.#pairs = this.#pairs.filter((pair) => pair[0] !== text(name) || value !== undefined && pair[1] !== text(value));
      this.#tell();
    }
    get(name) { return this.#pairs.find((pair) => pair[0] === text(name))?.[1] ?? null; }
    getAll(name) { return this.#pairs.filter((pair) => pair[0] === text(name)).map((pair) => pair[1]); }
    has(name, value) {
      return this.#pairs.some((pair) => pair[0] === text(name) && (value === undefined || pair[1] === text(value)));
    }
    set(name, value) {
      const first = this.#pairs.findIndex((pair) => pair[0] === text(name));
      if (first < 0) {
        this.#pairs.push([whole(name), whole(value)]);
      } else {
        this.#pairs[first][1] = whole(value);
        this.#pairs = this.#pairs.filter((pair, i) => i <= first || pair[0] !== text(name));
      }
      this.#tell();
    }
    sort() {
      this.#pairs.sort((one, other) => (one[0] < other[0] ? -1 : one[0] > other[0] ? 1 : 0));
      this.#tell();
    }
    forEach(action, self) {
      for (const [name, value] of this.#pairs) action.call(self, value, name, this);
    }
    *entries() { for (const [name, value] of this.#pairs) yield [name, value]; }
    *keys() { for (const [name] of this.#pairs) yield name; }
    *values() { for (const [, value] of this.#pairs) yield value; }
    [Symbol.iterator]() { return this.entries(); }
    toString() { return this.#pairs.map(([name, value]) => formEncode(name) + "=" + formEncode(value)).join("&"); }
    get [Symbol.toStringTag]() { return "URLSearchParams"; }
  }

  class URL {
    #record;
    #params = null;
    constructor(given, base) {
      this.#record = parse(given, base === undefined ? null : parse(base, null));
    }
    static canParse(given, base) {
      return URL.parse(given, base) !== null;
    }
    static parse(given, base) {
      try {
        return new URL(given, base);
      } catch {
        return null;
      }
    }
    #try(change) {
      const copy = { ...this.#record };
      try {
        change(copy);
        this.#record = copy;
      } catch { /* what is not valid changes nothing */ }
    }
    #query(value) {
      this.#record = { ...this.#record, query: value };
    }
    get href() { return hrefOf(this.#record); }
    set href(value) {
      this.#record = parse(value, null);
      if (this.#params !== null) changed(this.#params, this.#record.query);
    }
    get origin() {
      const { protocol } = this.#record;
      return special(protocol) && protocol !== "file:" ? protocol + "//" + this.host : "null";
    }
    get protocol() { return this.#record.protocol; }
    set protocol(value) {
      const wanted = text(value).toLowerCase().replace(/:.*$/s, "") + ":";
      if (/^[a-z][a-z0-9+.-]*:$/.test(wanted) && special(wanted) === special(this.#record.protocol)) {
        this.#try((copy) => {
          copy.protocol = wanted;
          copy.port = portOf(copy.port, wanted, value);
        });
      }
    }
    get username() { return this.#record.username; }
    set username(value) { this.#try((copy) => { copy.username = encode(whole(value), USER); }); }
    get password() { return this.#record.password; }
    set password(value) { this.#try((copy) => { copy.password = encode(whole(value), USER); }); }
    get host() { return hostText(this.#record); }
    set host(value) {
      this.#try((copy) => {
        const kept = { username: copy.username, password: copy.password };
        const had = copy.port;
        authority(copy, text(value).replace(/[/?#].*$/s, "").replace(/@/g, ""), special(copy.protocol), value);
        Object.assign(copy, kept);
        if (!/:\d+$/.test(text(value))) copy.port = had;
      });
    }
    get hostname() { return this.#record.host ?? ""; }
    set hostname(value) {
      this.#try((copy) => { copy.host = hostOf(text(value), special(copy.protocol), value); });
    }
    get port() { return this.#record.port; }
    set port(value) {
      this.#try((copy) => { copy.port = portOf(/^\d*/.exec(text(value))[0], copy.protocol, value); });
    }
    get pathname() { return pathText(this.#record); }
    set pathname(value) {
      if (typeof this.#record.path === "string") return;
      this.#try((copy) => { copy.path = pathOf(whole(value).replace(/^[/\\]/, ""), special(copy.protocol), []); });
    }
    get search() { return this.#record.query ? "?" + this.#record.query : ""; }
    set search(value) {
      const wanted = whole(value).replace(/^\?/, "");
      this.#query(wanted === "" ? null : encode(wanted, special(this.#record.protocol) ? SPECIAL_QUERY : QUERY));
      if (this.#params !== null) changed(this.#params, this.#record.query);
    }
    get searchParams() {
      if (this.#params === null) {
        this.#params = new URLSearchParams();
        changed(this.#params, this.#record.query, (query) => this.#query(query));
      }
      return this.#params;
    }
    get hash() { return this.#record.fragment ? "#" + this.#record.fragment : ""; }
    set hash(value) {
      const wanted = whole(value).replace(/^#/, "");
      this.#record = { ...this.#record, fragment: wanted === "" ? null : encode(wanted, FRAGMENT) };
    }
    toString() { return this.href; }
    toJSON() { return this.href; }
    get [Symbol.toStringTag]() { return "URL"; }
  }

  return { URL, URLSearchParams };
})
