package io.concertmaster.model.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Expressions that want out, or never to end. None may reach anything beyond its scope, none may
 * take more than its share, and none may fail other than with an ExpressionException.
 */
class HostileTest {
  /** What an attack may give: nothing, an empty object, or plain data without a meaning. */
  private static final Set<String> HARMLESS = Set.of("undefined", "null", "{}", "[]", "\"\"");

  private static final Duration LONGEST = Duration.ofSeconds(20);

  @TestFactory
  Stream<DynamicTest> waysOutLeadNowhere() {
    return """
    /a/.constructor
    new Date().constructor
    new Date()['const' + 'ructor']
    DateTime.now().constructor
    DateTime.now().__proto__
    DateTime.now.constructor('return 1')()
    new Map().constructor
    Map.prototype
    new Error('x').stack
    Error.captureStackTrace({})
    new (Date.constructor)('return 1')
    [].concat.call([], 1)
    Reflect.construct(Date, [])
    new Proxy({}, {})
    /a/['exec'].constructor('x')
    String.raw.constructor
    new Map([['__proto__', 1]]).get('constructor')
    new Set(['constructor']).constructor
    'x'.match(/x/).constructor
    'x'.match(/x/)['const' + 'ructor']
    'x'.match(/(?<constructor>x)/).groups.constructor
    'x'.replace(/x/, ''.constructor)
    Intl.constructor
    process.mainModule
    process.binding('fs')
    process.env
    $evaluateExpression('{' + '{ [].constructor }' + '}')
    $item(0).constructor
    $('Fetch').constructor
    new ArrayBuffer(8).constructor
    10n.constructor
    ''.constructor
    (5).constructor.constructor
    [].constructor.constructor('return process')()
    ({}).constructor.constructor('return this')()
    (x => x).constructor('return 1')()
    $json.constructor
    $json['constructor']
    $json['const' + 'ructor']
    $json[['constructor']]
    $json[{toString: () => 'constructor'}]
    $json[`__proto__`]
    $json['__pro' + 'to__']
    $json.__proto__
    ({__proto__: {x: 1} }).x
    ({'__proto__': null})
    ({}).__proto__.polluted
    ({})['__proto__']['toString']
    Math.constructor
    Math['constructor']
    Math['const' + 'ructor']
    [Math][0]['const' + 'ructor']
    String.prototype
    Array.prototype.map
    Object.prototype
    Object.getPrototypeOf({})
    Object.setPrototypeOf({}, null)
    Object.defineProperty({}, 'a', {get: () => 1})
    Object.getOwnPropertyDescriptor({}, 'a')
    Object.getOwnPropertyNames('')
    Object.create(null)
    ({}).__defineGetter__('a', () => 1)
    ({}).__lookupGetter__('__proto__')
    ({get a() { return 1; } }).a
    ({set a(x) { } })
    ({toString() { return 'x'; } })
    Function('return 1')()
    new Function('return 1')()
    eval('1')
    (0, eval)('1')
    setTimeout('x', 1)
    setTimeout(() => 1, 1)
    globalThis
    globalThis.process
    window.document
    self.fetch
    process.exit(1)
    process.env
    require('fs')
    import('fs')
    import.meta
    module.exports
    fetch('http://127.0.0.1/')
    new Proxy({}, {})
    Reflect.ownKeys({})
    Symbol.iterator
    [][Symbol.iterator]
    this
    this.constructor
    (() => this)()
    (function () { return this; })()
    function f() {}
    class A {}
    async () => 1
    (async () => await 1)()
    await 1
    yield 1
    new.target
    super.x
    arguments
    arguments.callee
    (x => x).call(1)
    (x => x).apply(null, [1])
    (x => x).bind(null)()
    (x => x).caller
    (x => x).toString()
    Math.max.call(null, 1)
    [].map.call('ab', x => x)
    ''.replace.constructor
    'a'.sub.constructor
    $json.name = 'x'
    $json.name += 'x'
    $json.count++
    --$json.count
    delete $json.name
    [$json.name] = [1]
    ({name: $json.name} = {})
    a = 5
    $env.constructor
    $env['constructor']
    $env['__proto__']
    $workflow.constructor
    $execution['__proto__']
    $input.constructor
    $input['constructor']
    $input[$json.name]
    $('Fetch').constructor
    $('Fetch')['constructor']
    $('Fetch').item.constructor
    $node.constructor
    $node['Fetch'].constructor
    $node
    $input
    $env
    $
    $('Fetch')
    JSON.parse('{"__proto__": 1}').__proto__
    JSON.parse('{"a": 1}', (k, v) => v)
    JSON.stringify({a: 1}, (k, v) => v)
    Object.fromEntries([['__proto__', 1]])['__proto__']
    (({constructor}) => constructor)({})
    (({['const' + 'ructor']: c}) => c)({})
    (({__proto__: p}) => p)({})
    `${{toString: () => { throw 1; } } }`
    tag`x`
    /(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')
    10n ** 100000n
    extend({}, 'constructor', [])
    java.lang.System.exit(1)
    Java.type('java.lang.System')
    Packages.java
    io.concertmaster
    $json.getClass()
    ''.getClass().forName('java.lang.Runtime')
    $json.shape
    $json.values.length.hashCode()
    Polyglot.eval('js', '1')
    """
        .lines()
        .map(code ->
            DynamicTest.dynamicTest(
                code,
                () -> {
                  String value = TablesTest.value(code);
                  assertThat(HARMLESS.contains(value) || value.startsWith("error "))
                      .as(value)
                      .isTrue();
                }));
  }

  @TestFactory
  Stream<DynamicTest> whatWouldNotEndIsStopped() {
    return """
    'x'.repeat(1e9)
    'x'.repeat(2 ** 31)
    'x'.padStart(1e9)
    'x'.padEnd(1e12, 'ab')
    'ab'.repeat(3e7)
    Array.from({length: 1e9})
    Array.from({length: 1e5}, (_, i) => Array.from({length: 1e5}))
    numberList(1, 1e8)
    'x'.repeat(1e7).split('')
    'x'.repeat(1e6).split('').map(a => 'y'.repeat(1e6))
    Array.from({length: 30}).reduce(a => a + a, 'x')
    Array.from({length: 60}).reduce(a => [...a, ...a], [1])
    Array.from({length: 60}).reduce(a => [a, a], [1])
    Array.from({length: 60}).reduce(a => [a, a], [1]) + ''
    Array.from({length: 60}).reduce(a => ({a, b: a}), {}).toJsonString()
    JSON.stringify(Array.from({length: 60}).reduce(a => [a, a], [1]))
    Array.from({length: 60}).reduce(a => [a, a], [1]).flat(Infinity)
    Array.from({length: 2000}).reduce(a => [a], [1])
    JSON.stringify(Array.from({length: 2000}).reduce(a => [a], [1]))
    Array.from({length: 5000}).reduce(a => [a], [1]) + ''
    Array.from({length: 5000}).reduce(a => [a], [1]).flat(Infinity)
    [Array.from({length: 5000}).reduce(a => [a], [1])].unique()
    Array.from({length: 5000}).reduce(a => ({a}), {}).compact()
    (f => f(f))(f => f(f))
    (f => f(f, 0))((f, n) => f(f, n + 1))
    (f => f(f))(f => [1, 2].map(x => f(f)))
    numberList(1, 1000).map(a => numberList(1, 1000).map(b => numberList(1, 1000)))
    numberList(1, 1e6).map(a => numberList(1, 1e6).includes(-1))
    numberList(1, 1e6).map(a => 'x'.repeat(1e6).includes('y'))
    ('a'.repeat(1e6) + 'b').repeat(10).indexOf('a'.repeat(1e6) + 'c') + numberList(1, 1e7).length
    numberList(1, 1e5).sort((a, b) => numberList(1, 1e3).length)
    'a'.repeat(1e5).replaceAll('a', 'b'.repeat(1e5))
    'a'.repeat(1e5).replaceAll('', x => 'b'.repeat(1e5))
    'a'.repeat(3e5).replaceAll('a', '$`')
    Object.fromEntries(numberList(1, 1e6).map(i => ['k' + i, i]))
    encodeURIComponent('é'.repeat(2e7))
    [].concat(...numberList(1, 1000).map(i => numberList(1, 10000)))
    `${'x'.repeat(3e7)}${'x'.repeat(3e7)}`
    ['x'.repeat(3e7), 'x'.repeat(3e7)].join('')
    /^(a+)+$/.test('a'.repeat(40) + '!')
    /^(a|a)*$/.test('a'.repeat(40) + 'b')
    /^(a|aa)+$/.test('a'.repeat(60) + 'b')
    /(a*)*b/.test('a'.repeat(5000))
    /(.*)\\1b/.test('a'.repeat(1e5))
    /^(\\w+\\s?)*$/.test('aaaa '.repeat(10) + '!')
    /(?=(a+)+b)/.test('a'.repeat(40))
    /(?<=b(a+)+)c/.test('a'.repeat(40) + 'c')
    /(x+x+)+y/.test('x'.repeat(40))
    /^(?:.*,){20}x/.test('a,'.repeat(60))
    'a'.repeat(1e5).match(/a*?b/)
    'a'.repeat(1e6).replace(/a/g, 'b'.repeat(100))
    'a'.repeat(1e5).replace(/a/g, '$`')
    'x'.repeat(1e5).split(/(?=(x+x+)+y)/)
    'a'.repeat(3e6).split(/(?:)/)
    [...'a'.repeat(3e6).matchAll(/a/g)]
    10n ** 10n ** 10n
    BigInt('9'.repeat(1e6))
    1n << 10000000n
    new Uint8Array(1e9)
    new Array(1e9)
    Interval.after(DateTime.local(2000), {years: 1000}).splitBy({milliseconds: 1})
    numberList(1, 1e6).map(i => DateTime.fromISO('2024-01-01').toFormat('DDDD'))
    numberList(1, 1e6).map(i => new Date(i).toLocaleString('de'))
    numberList(1, 1e6).map(i => DateTime.fromFormat('1.1.2024', 'd.M.yyyy'))
    numberList(1, 1e6).map(i => $jmespath({a: [1]}, 'a[?@ > `1`]'))
    numberList(1, 1e6).map(i => $evaluateExpression('{' + '{ 1 }' + '}'))
    numberList(1, 1e6).map(i => new RegExp('a' + i))
    new Set(numberList(1, 2e6).map(i => 'k' + i)).union(new Set(numberList(1, 2e6)))
    """
        .lines()
        .map(code ->
            DynamicTest.dynamicTest(
                code,
                () ->
                    assertThat(
                            Assertions.assertTimeoutPreemptively(
                                LONGEST, () -> TablesTest.value(code)))
                        .isIn("error LIMIT", "error RANGE")));
  }

  @TestFactory
  Stream<DynamicTest> whatNestsTooDeeplyIsRefused() {
    int deep = 10_000;
    return Stream.of(
            "(".repeat(deep) + "1" + ")".repeat(deep),
            "[".repeat(deep) + "]".repeat(deep),
            "{a:".repeat(deep) + "1" + "} ".repeat(deep),
            "-".repeat(1) + " -".repeat(deep) + "1",
            "!".repeat(deep) + "1",
            "1" + "+1".repeat(deep),
            "1" + "**1".repeat(deep),
            "a" + ".a".repeat(deep),
            "a" + "[0]".repeat(deep),
            "a" + "()".repeat(deep),
            "a" + "?.a".repeat(deep),
            "x=>".repeat(deep) + "x",
            "1?".repeat(deep) + "1" + ":1".repeat(deep),
            "`${".repeat(deep) + "1" + "} `".repeat(deep),
            "new ".repeat(deep) + "A",
            "typeof ".repeat(deep) + "1",
            "f(".repeat(deep) + ")".repeat(deep),
            "(".repeat(deep),
            "[".repeat(deep),
            "{a:".repeat(deep),
            "`${".repeat(deep),
            "a ?? ".repeat(deep) + "1",
            "a=".repeat(deep) + "1",
            "(a=".repeat(deep) + "1" + ")".repeat(deep),
            "((a=".repeat(deep) + "1" + ")=>1)".repeat(deep),
            "({a=".repeat(deep) + "1" + "} )".repeat(deep))
        .map(code ->
            DynamicTest.dynamicTest(
                code.substring(0, Math.min(12, code.length())) + "…",
                () ->
                    assertThatThrownBy(() -> Expression.compile("={{ " + code + " }}"))
                        .isInstanceOfSatisfying(
                            ExpressionException.class,
                            e -> assertThat(e.kind()).isEqualTo(Kind.SYNTAX))));
  }

  @Test
  void longButFlatExpressionsAreFine() throws Exception {
    String list = "[" + "1,".repeat(50_000) + "1].length";
    assertThat(Expression.compile("={{ " + list + " }}").evaluate(TestScope.of()))
        .isEqualTo(50_001L);
  }

  @Test
  void dataIsNeverReadAsAnExpression() throws Exception {
    JsonObject record = JsonObject.of("evil", "={{ $env.HOME }}", "worse", "{{ 1 + 1 }}");
    Expression expression = Expression.compile("={{ $json.evil + $json.worse }}");
    assertThat(expression.evaluate(TestScope.of(record))).isEqualTo("={{ $env.HOME }}{{ 1 + 1 }}");
  }

  @Test
  void anEvaluationLeavesTheDataAsItWas() throws Exception {
    JsonObject record = Json.parseObject("{\"list\": [3, 1, 2]}");
    Expression.compile("={{ $json.list.sort() }} {{ $json.list.reverse() }}")
        .evaluate(TestScope.of(record));
    assertThat(record.get("list")).isEqualTo(JsonArray.of(3, 1, 2));
  }

  @Test
  void fieldsWithNamesOfMethodsAreData() throws Exception {
    JsonObject record =
        Json.parseObject("{\"length\": 7, \"map\": \"m\", \"toString\": \"t\", \"valueOf\": 1}");
    assertThat(
            Expression.compile("={{ [$json.length, $json.map, $json.toString, $json.valueOf] }}")
                .evaluate(TestScope.of(record)))
        .isEqualTo(JsonArray.of(7, "m", "t", 1));
    assertThat(Expression.compile("={{ $json + '' }}").evaluate(TestScope.of(record)))
        .isEqualTo(Undefined.VALUE);
  }
}
