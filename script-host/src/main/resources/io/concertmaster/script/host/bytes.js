// Bytes for scripts of Code nodes, by Node.js's and the web's names: Buffer, atob, btoa, TextEncoder, TextDecoder. What is
// slow in an interpreter (texts to bytes and back) the host does.
(function (host) {
  "use strict";
  const text = String;
  const make = (size) => new ArrayBuffer(size);

  class Bytes extends Uint8Array {}

  function Buffer(value, encoding, length) {
    return typeof value === "number" ? Buffer.alloc(value) : Buffer.from(value, encoding, length);
  }
  Buffer.prototype = Bytes.prototype;
  Object.defineProperty(Bytes.prototype, "constructor", { value: Buffer, writable: true, configurable: true });
  Object.setPrototypeOf(Buffer, Uint8Array);
  Object.defineProperty(Buffer, Symbol.species, { get: () => Bytes });

  const encoded = (given, encoding) => new Bytes(host.bytesOf(given, encoding === undefined ? "utf8" : text(encoding), make));
  const decoded = (view, encoding) =>
    host.textOf(view.buffer, view.byteOffset, view.byteLength, encoding === undefined ? "utf8" : text(encoding));
  const viewOf = (given, what) => {
    if (ArrayBuffer.isView(given)) return given;
    if (given instanceof ArrayBuffer) return new Uint8Array(given);
    throw new TypeError(what + " needs bytes: a Buffer, a typed array or an ArrayBuffer");
  };
  const bytesOf = (given, encoding) => (typeof given === "string" ? encoded(given, encoding) : new Uint8Array(viewOf(given, "this").buffer,
    given.byteOffset ?? 0, given.byteLength));
  const within = (value, size, otherwise) => {
    if (value === undefined) return otherwise;
    const whole = Math.trunc(Number(value)) || 0;
    return Math.min(Math.max(whole < 0 ? whole + size : whole, 0), size);
  };

  Object.assign(Buffer, {
    poolSize: 8192,
    from(value, second, third) {
      if (typeof value === "string") return encoded(value, second);
      if (value instanceof ArrayBuffer) return new Bytes(value, second, third);
      if (typeof value !== "object" || value === null) {
        throw new TypeError("Buffer.from needs a text, bytes or a list, not " + (value === null ? "null" : typeof value));
      }
      if (ArrayBuffer.isView(value) || Array.isArray(value)) return new Bytes(value);
      if (value.type === "Buffer" && Array.isArray(value.data)) return new Bytes(value.data);
      const primitive = value.valueOf();
      if (primitive !== value && primitive !== null && primitive !== undefined) return Buffer.from(primitive, second, third);
      if (typeof value.length === "number") return new Bytes(value);
      throw new TypeError("Buffer.from needs a text, bytes or a list, not an object");
    },
    alloc(size, fill, encoding) {
      if (typeof size !== "number" || !(size >= 0)) throw new RangeError("Buffer.alloc needs a size of 0 or more");
      const made = new Bytes(size);
      return fill === undefined || fill === 0 ? made : made.fill(fill, 0, size, encoding);
    },
    allocUnsafe: (size) => Buffer.alloc(size),
    allocUnsafeSlow: (size) => Buffer.alloc(size),
    byteLength: (value, encoding) => (typeof value === "string" ? encoded(value, encoding) : viewOf(value, "Buffer.byteLength")).byteLength,
    isBuffer: (value) => value instanceof Bytes,
    isEncoding: (name) => typeof name === "string" && host.isEncoding(name),
    compare: (one, other) => host.compare(
      one.buffer, one.byteOffset, one.byteLength, other.buffer, other.byteOffset, other.byteLength),
    concat(list, total) {
      if (!Array.isArray(list)) throw new TypeError("Buffer.concat needs a list of Buffers");
      const all = list.map((each) => bytesOf(viewOf(each, "Buffer.concat")));
      const made = new Bytes(total ?? all.reduce((sum, each) => sum + each.length, 0));
      let at = 0;
      for (const each of all) {
        if (at >= made.length) break;
        const part = each.length > made.length - at ? each.subarray(0, made.length - at) : each;
        made.set(part, at);
        at += part.length;
      }
      return made;
    },
  });

  const raw = Uint8Array.prototype;
  const methods = {
    toString(encoding, start, end) {
      const from = within(start, this.length, 0);
      return decoded(raw.subarray.call(this, from, Math.max(from, within(end, this.length, this.length))), encoding);
    },
    toJSON() {
      return { type: "Buffer", data: Array.from(this) };
    },
    equals(other) {
      return Buffer.compare(this, viewOf(other, "equals")) === 0;
    },
    compare(other, otherStart, otherEnd, start, end) {
      const theirs = viewOf(other, "compare");
      return Buffer.compare(raw.subarray.call(this, start, end), raw.subarray.call(theirs, otherStart, otherEnd));
    },
    slice(start, end) {
      return this.subarray(start, end);
    },
    write(string, offset, length, encoding) {
      if (typeof offset === "string") return this.write(string, 0, this.length, offset);
      if (typeof length === "string") return this.write(string, offset, undefined, length);
      const at = offset ?? 0;
      const room = Math.max(0, Math.min(length ?? Infinity, this.length - at));
      const bytes = encoded(text(string), encoding);
      const part = bytes.length > room ? raw.subarray.call(bytes, 0, room) : bytes;
      this.set(part, at);
      return part.length;
    },
    fill(value, start, end, encoding) {
      if (typeof start === "string") return this.fill(value, 0, this.length, start);
      if (typeof value !== "string" && !ArrayBuffer.isView(value)) {
        raw.fill.call(this, value, start, end);
        return this;
      }
      const pattern = bytesOf(value, encoding);
      const last = within(end, this.length, this.length);
      let at = within(start, this.length, 0);
      if (pattern.length === 0) {
        raw.fill.call(this, 0, at, last);
      }
      while (at < last && pattern.length > 0) {
        const part = pattern.length > last - at ? pattern.subarray(0, last - at) : pattern;
        this.set(part, at);
        at += part.length;
      }
      return this;
    },
    copy(target, targetStart = 0, start = 0, end = this.length) {
      if (targetStart >= target.length || start >= end) return 0;
      const part = raw.subarray.call(this, start, Math.min(end, start + target.length - targetStart));
      target.set(part, targetStart);
      return part.length;
    },
    indexOf(value, from, encoding) {
      return find(this, value, from, encoding, false);
    },
    lastIndexOf(value, from, encoding) {
      return find(this, value, from, encoding, true);
    },
    includes(value, from, encoding) {
      return find(this, value, from, encoding, false) >= 0;
    },
  };

  function find(self, value, from, encoding, back) {
    if (typeof from === "string") return find(self, value, undefined, from, back);
    if (typeof value === "number") {
      const byte = value & 255;
      return back ? raw.lastIndexOf.call(self, byte, from ?? self.length - 1) : raw.indexOf.call(self, byte, from);
    }
    const sought = bytesOf(value, encoding);
    return host.indexOf(self.buffer, self.byteOffset, self.byteLength, sought.buffer, sought.byteOffset, sought.byteLength,
      within(from, self.length, back ? self.length : 0), back);
  }

  const dataView = (self) => new DataView(self.buffer, self.byteOffset, self.byteLength);
  for (const [name, size] of [["Int8", 1], ["Uint8", 1], ["Int16", 2], ["Uint16", 2], ["Int32", 4], ["Uint32", 4],
    ["BigInt64", 8], ["BigUint64", 8], ["Float32", 4], ["Float64", 8]]) {
    const called = name === "Float32" ? "Float" : name === "Float64" ? "Double" : name;
    for (const end of size === 1 ? [""] : ["LE", "BE"]) {
      const read = function (offset = 0) {
        return dataView(this)["get" + name](offset, end === "LE");
      };
      const write = function (value, offset = 0) {
        dataView(this)["set" + name](offset, value, end === "LE");
        return offset + size;
      };
      for (const spelled of [called, called.replace("Uint", "UInt")]) {
        methods["read" + spelled + end] = read;
        methods["write" + spelled + end] = write;
      }
    }
  }
  for (const little of [true, false]) {
    const end = little ? "LE" : "BE";
    const readUnsigned = function (offset, size) {
      let value = 0;
      for (let i = 0; i < size; i++) value = value * 256 + this[little ? offset + size - 1 - i : offset + i];
      if (Number.isNaN(value)) throw new RangeError("there are no " + size + " bytes at " + offset);
      return value;
    };
    const writeWhole = function (value, offset, size) {
      let rest = value < 0 ? value + 256 ** size : value;
      for (let i = 0; i < size; i++) {
        this[little ? offset + i : offset + size - 1 - i] = rest % 256;
        rest = Math.floor(rest / 256);
      }
      return offset + size;
    };
    const readSigned = function (offset, size) {
      const value = readUnsigned.call(this, offset, size);
      return value >= 256 ** size / 2 ? value - 256 ** size : value;
    };
    Object.assign(methods, { ["readUInt" + end]: readUnsigned, ["readUint" + end]: readUnsigned, ["readInt" + end]: readSigned,
      ["writeUInt" + end]: writeWhole, ["writeUint" + end]: writeWhole, ["writeInt" + end]: writeWhole });
  }
  for (const name of Object.keys(methods)) {
    Object.defineProperty(Bytes.prototype, name, { value: methods[name], writable: true, configurable: true });
  }

  function refused(message) {
    const error = new Error(message);
    error.name = "InvalidCharacterError";
    return error;
  }

  class TextEncoder {
    get encoding() { return "utf-8"; }
    encode(given = "") {
      return new Uint8Array(host.bytesOf(text(given), "utf8", make));
    }
    encodeInto(given, target) {
      let read = 0;
      let written = 0;
      for (const sign of text(given)) {
        const bytes = this.encode(sign);
        if (written + bytes.length > target.length) break;
        target.set(bytes, written);
        written += bytes.length;
        read += sign.length;
      }
      return { read, written };
    }
  }

  class TextDecoder {
    #name;
    #fatal;
    #ignoreBOM;
    #begun = false;
    #rest = new Uint8Array(0);
    constructor(label = "utf-8", { fatal = false, ignoreBOM = false } = {}) {
      this.#name = host.charset(text(label));
      this.#fatal = Boolean(fatal);
      this.#ignoreBOM = Boolean(ignoreBOM);
    }
    get encoding() { return this.#name; }
    get fatal() { return this.#fatal; }
    get ignoreBOM() { return this.#ignoreBOM; }
    decode(given = new Uint8Array(0), { stream = false } = {}) {
      const bytes = Buffer.concat([this.#rest, viewOf(given, "decode")]);
      const [result, used] = host.decode(bytes.buffer, bytes.byteOffset, bytes.byteLength, this.#name, this.#fatal, !stream);
      const marked = !this.#begun && !this.#ignoreBOM && this.#name.startsWith("utf-") && result.startsWith("\uFEFF");
      this.#begun = stream && (this.#begun || result.length > 0);
      this.#rest = stream ? new Uint8Array(raw.subarray.call(bytes, used)) : new Uint8Array(0);
      return marked ? result.slice(1) : result;
    }
  }

  return {
    Buffer,
    TextEncoder,
    TextDecoder,
    atob(given) {
      const clean = text(given).replace(/[\t\n\f\r ]+/g, "");
      const bare = clean.length % 4 === 0 ? clean.replace(/={1,2}$/, "") : clean;
      if (bare.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(bare)) throw refused("atob: this is not base64");
      return encoded(bare, "base64").toString("latin1");
    },
    btoa(given) {
      const signs = text(given);
      if (/[^\0-\xFF]/.test(signs)) {
        throw refused("btoa: the text has a character beyond Latin-1: use Buffer.from(text).toString('base64')");
      }
      return encoded(signs, "latin1").toString("base64");
    },
  };
})
