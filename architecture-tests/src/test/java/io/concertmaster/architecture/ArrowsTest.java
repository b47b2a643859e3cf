package io.concertmaster.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between modules: who may use whom, and what may be imported where. */
@AnalyzeClasses(packages = "io.concertmaster", importOptions = DoNotIncludeTests.class)
final class ArrowsTest {
  private static final String SDK = "io.concertmaster.node..";
  private static final String MODEL = "io.concertmaster.model..";
  private static final String N8N = "io.concertmaster.n8n..";
  private static final String ENGINE_API = "io.concertmaster.engine";
  private static final String SCRIPT = "io.concertmaster.script..";
  private static final String ENGINE_LOCAL = "io.concertmaster.engine.local..";
  private static final String NODES = "io.concertmaster.nodes..";
  private static final String FORMS = "io.concertmaster.forms..";
  private static final String FORM_DESIGNER = "io.concertmaster.form..";
  private static final String HOSTED = "io.concertmaster.hosted..";
  private static final String SERVER = "io.concertmaster.server..";
  private static final String DEPLOY = "io.concertmaster.deploy..";
  private static final String CLI = "io.concertmaster.cli..";
  private static final String CANVAS = "io.concertmaster.canvas..";
  private static final String PALETTE = "io.concertmaster.palette..";
  private static final String DESIGNER = "io.concertmaster.designer..";

  @ArchTest
  static final ArchRule modules_use_only_what_the_design_allows =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("io.concertmaster..")
          .layer("node-sdk")
          .definedBy(SDK)
          .layer("model")
          .definedBy(MODEL)
          .layer("n8n")
          .definedBy(N8N)
          .layer("engine-api")
          .definedBy(ENGINE_API)
          .layer("script-host")
          .definedBy(SCRIPT)
          .layer("engine-local")
          .definedBy(ENGINE_LOCAL)
          .layer("nodes")
          .definedBy(NODES)
          .layer("forms")
          .definedBy(FORMS)
          .layer("form-designer")
          .definedBy(FORM_DESIGNER)
          .layer("hosted")
          .definedBy(HOSTED)
          .layer("server")
          .definedBy(SERVER)
          .layer("deploy")
          .definedBy(DEPLOY)
          .layer("cli")
          .definedBy(CLI)
          .layer("canvas")
          .definedBy(CANVAS)
          .layer("node-palette")
          .definedBy(PALETTE)
          .layer("designer-app")
          .definedBy(DESIGNER)
          .whereLayer("node-sdk")
          .mayNotAccessAnyLayer()
          .whereLayer("model")
          .mayOnlyAccessLayers("node-sdk")
          .whereLayer("n8n")
          .mayOnlyAccessLayers("node-sdk", "model")
          .whereLayer("engine-api")
          .mayOnlyAccessLayers("node-sdk", "model")
          .whereLayer("script-host")
          .mayOnlyAccessLayers("node-sdk", "model")
          .whereLayer("engine-local")
          .mayOnlyAccessLayers("node-sdk", "model", "engine-api", "script-host")
          .whereLayer("nodes")
          .mayOnlyAccessLayers("node-sdk")
          .whereLayer("forms")
          .mayOnlyAccessLayers("node-sdk", "model")
          .whereLayer("form-designer")
          .mayOnlyAccessLayers("node-sdk", "model", "forms")
          .whereLayer("hosted")
          .mayOnlyAccessLayers("node-sdk", "model", "forms", "engine-api")
          .whereLayer("server")
          .mayOnlyAccessLayers(
              "node-sdk", "model", "engine-api", "engine-local", "nodes", "forms", "hosted")
          .whereLayer("deploy")
          .mayOnlyAccessLayers("node-sdk", "model", "n8n", "engine-api")
          .whereLayer("cli")
          .mayOnlyAccessLayers(
              "node-sdk",
              "model",
              "n8n",
              "engine-api",
              "engine-local",
              "nodes",
              "script-host",
              "forms",
              "hosted",
              "server",
              "deploy")
          .whereLayer("canvas")
          .mayNotAccessAnyLayer()
          .whereLayer("node-palette")
          .mayOnlyAccessLayers("node-sdk");

  @ArchTest
  static final ArchRule the_window_knows_no_server =
      noClasses()
          .that()
          .resideInAPackage(DESIGNER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SERVER, "org.eclipse.jetty..")
          .because("it speaks to servers as everybody else does, over HTTP");

  @ArchTest
  static final ArchRule the_server_meets_the_engine_through_its_interface =
      noClasses()
          .that()
          .resideInAPackage(SERVER)
          .and()
          .resideOutsideOfPackages(
              "io.concertmaster.server",
              "io.concertmaster.server.store..",
              "io.concertmaster.server.project..",
              "io.concertmaster.server.document..",
              "io.concertmaster.server.reach..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ENGINE_LOCAL, NODES)
          .because("which engine and which nodes it has is decided where it is put together");

  @ArchTest
  static final ArchRule http_is_spoken_in_two_packages =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.concertmaster.server.http..", "io.concertmaster.hosted.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.jetty..")
          .because("what a request is allowed to be is decided where it comes in");

  @ArchTest
  static final ArchRule javafx_stays_in_the_modules_with_windows =
      noClasses()
          .that()
          .resideOutsideOfPackages(CANVAS, PALETTE, DESIGNER, FORM_DESIGNER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "com.sun.javafx..", "java.awt..", "javax.swing..")
          .because("everything but the windows runs on a machine without a display");

  @ArchTest
  static final ArchRule scripts_run_in_the_process_for_them_alone =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.concertmaster.script.host..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.graalvm..", "com.oracle.truffle..", "io.concertmaster.script.host..")
          .because("a script never runs in the process of the window or the engine");

  @ArchTest
  static final ArchRule sql_stays_in_stores_and_sql_nodes =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.concertmaster.engine.local.journal..",
              "io.concertmaster.engine.local.items..",
              "io.concertmaster.engine.local.sqlite..",
              "io.concertmaster.engine.local.machine..",
              "io.concertmaster.simulation..",
              "io.concertmaster.nodes.sql..",
              "io.concertmaster.server.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
          .because("stores stand behind interfaces, so that another one can take their place");

  @ArchTest
  static final ArchRule opening_a_foreign_file_reads_that_file_and_nothing_else =
      noClasses()
          .that()
          .resideInAPackage(N8N)
          .and()
          .doNotHaveSimpleName("WorkflowDocuments")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..")
          .because("files are read in one place, and only the one that was asked for");

  @ArchTest
  static final ArchRule opening_a_foreign_file_runs_fetches_and_loads_nothing =
      noClasses()
          .that()
          .resideInAPackage(N8N)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.net..", "javax.net..", "java.sql..", "javax.script..", "java.lang.reflect..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.lang\\.(Process|ProcessBuilder|Runtime|ClassLoader)|java\\.util\\.ServiceLoader")
          .because("a workflow from elsewhere may be anything until somebody presses Run");

  @ArchTest
  static final ArchRule the_planner_is_pure =
      noClasses()
          .that()
          .resideInAPackage("io.concertmaster.engine.local.plan..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..",
              "java.nio..",
              "java.net..",
              "java.sql..",
              "io.concertmaster.engine.local.run..",
              "io.concertmaster.engine.local.journal..",
              "io.concertmaster.engine.local.items..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.util\\.concurrent\\.(?!ConcurrentHashMap$).*|java\\.lang\\.Thread")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .because(
              "a run is the fold over its journal: the same events give the same state anywhere");

  @ArchTest
  static final ArchRule packages_of_the_engine_api_are_one =
      noClasses()
          .that()
          .resideInAPackage(ENGINE_API)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ENGINE_LOCAL);

  @ArchTest
  static final ArchRule nothing_is_read_by_java_serialisation =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectInputStream")
          .because("input from elsewhere must not choose classes");
}
