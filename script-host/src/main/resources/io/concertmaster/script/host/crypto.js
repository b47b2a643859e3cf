// require('crypto') in scripts of Code nodes: hashes and random values by Node.js's names.
(function (host, bytes) {
  "use strict";
  const { Buffer } = bytes();
  const text = String;
  const make = (size) => new ArrayBuffer(size);
  const bytesOf = (given, encoding) => {
    if (typeof given === "string") return Buffer.from(given, encoding);
    if (ArrayBuffer.isView(given)) return given;
    throw new TypeError("a hash is made of a text or of bytes");
  };

  class Hash {
    #name;
    #key;
    #parts = [];
    #done = false;
    constructor(name, key) {
      this.#name = text(name);
      this.#key = key;
      host.hashName(this.#name);
    }
    update(data, encoding) {
      if (this.#done) throw new Error("Digest already called");
      this.#parts.push(Buffer.from(bytesOf(data, encoding)));
      return this;
    }
    digest(encoding) {
      if (this.#done) throw new Error("Digest already called");
      this.#done = true;
      const all = Buffer.concat(this.#parts);
      const key = this.#key ?? Buffer.alloc(0);
      const made = Buffer.from(host.hash(this.#name, all.buffer, all.byteOffset, all.byteLength,
        key.buffer, key.byteOffset, key.byteLength, this.#key !== undefined, make));
      return encoding === undefined || encoding === "buffer" ? made : made.toString(encoding);
    }
    copy() {
      const other = new Hash(this.#name, this.#key);
      other.#parts = [...this.#parts];
      return other;
    }
  }

  const randomBytes = (size) => Buffer.from(host.random(Number(size), make));
  const crypto = {
    createHash: (name) => new Hash(name),
    createHmac: (name, key) => new Hash(name, Buffer.from(bytesOf(key))),
    hash: (name, data, encoding = "hex") => new Hash(name).update(data).digest(encoding),
    getHashes: () => ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3-224", "sha3-256", "sha3-384", "sha3-512"],
    randomUUID() {
      const some = randomBytes(16);
      some[6] = some[6] & 15 | 64;
      some[8] = some[8] & 63 | 128;
      return some.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    },
    randomBytes,
    randomInt(low, high) {
      const [from, to] = high === undefined ? [0, low] : [low, high];
      const span = to - from;
      if (!Number.isSafeInteger(span) || span < 1 || span > 2 ** 48) throw new RangeError("randomInt needs a range of whole numbers");
      const limit = 2 ** 48 - 2 ** 48 % span;
      let value = randomBytes(6).readUIntBE(0, 6);
      while (value >= limit) value = randomBytes(6).readUIntBE(0, 6);
      return from + value % span;
    },
    getRandomValues(view) {
      new Uint8Array(view.buffer, view.byteOffset, view.byteLength).set(randomBytes(view.byteLength));
      return view;
    },
    timingSafeEqual(one, other) {
      if (one.byteLength !== other.byteLength) throw new RangeError("Input buffers must have the same byte length");
      return Buffer.compare(one, other) === 0;
    },
  };
  return new Proxy(crypto, {
    get(target, name) {
      if (name in target || typeof name === "symbol" || name === "then" || name === "toJSON") return target[name];
      throw new Error("crypto." + name + " is not available in scripts: " + Object.keys(target).join(", ")
        + " are; for others use the Crypto node before or after this one");
    },
  });
})
