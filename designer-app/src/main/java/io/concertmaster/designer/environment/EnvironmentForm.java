package io.concertmaster.designer.environment;

import io.concertmaster.deploy.Trust;
import io.concertmaster.deploy.environment.Environment;
import io.concertmaster.designer.controls.DialogCard;
import io.concertmaster.designer.controls.Icons;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The fields of an environment. */
final class EnvironmentForm extends VBox {
  /** Which certificates are trusted, as people choose it. */
  private enum Kind {
    SYSTEM("What this system trusts"),
    FILE("The certificates in a file"),
    PINNED("One certificate that I confirmed");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  /** What a server is, as people choose it. */
  private enum Server {
    OURS("ConcertMaster", "Token", "cm_…", Environment.Kind.CONCERTMASTER),
    N8N("n8n", "API key", "From n8n: Settings, n8n API", Environment.Kind.N8N);

    private final String label;
    private final String secret;
    private final String prompt;
    private final Environment.Kind kind;

    Server(String label, String secret, String prompt, Environment.Kind kind) {
      this.label = label;
      this.secret = secret;
      this.prompt = prompt;
      this.kind = kind;
    }

    static Server of(Environment.Kind kind) {
      return kind == Environment.Kind.N8N ? N8N : OURS;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  private final TextField name = field("environment-name", "staging");
  private final TextField address = field("environment-address", "https://flows.example.org");
  private final ComboBox<Server> kind = new ComboBox<>();
  private final TextField project = field("environment-project", "default");
  private final PasswordField token = new PasswordField();
  private final Label tokenNote = new Label();
  private final ComboBox<Kind> trust = new ComboBox<>();
  private final TextField file = field("environment-trust-file", "/etc/ssl/flows.pem");
  private final Label fingerprint = new Label();
  private final HBox fileLine;
  private final Label secretWord = new Label("Token");
  private final VBox projectLine = labelled("Project", project);
  private Optional<String> keptToken = Optional.empty();
  private Optional<String> pinned = Optional.empty();
  private List<Object> shown = List.of();

  /**
   * Empty fields.
   *
   * @param files asks for a file
   * @param changed called when something is written
   */
  EnvironmentForm(Supplier<Optional<Path>> files, Runnable changed) {
    getStyleClass().add("environment-form");
    token.setId("environment-token");
    kind.setId("environment-kind");
    kind.getItems().setAll(Server.values());
    kind.setValue(Server.OURS);
    kind.setMaxWidth(Double.MAX_VALUE);
    tokenNote.getStyleClass().add("muted");
    tokenNote.setWrapText(true);
    tokenNote.setMinHeight(USE_PREF_SIZE);
    trust.setId("environment-trust");
    trust.getItems().setAll(Kind.values());
    trust.setMaxWidth(Double.MAX_VALUE);
    Button browse =
        Icons.button(
            "mdal-folder_open",
            "Choose a file",
            () -> files.get().ifPresent(path -> file.setText(path.toString())));
    HBox.setHgrow(file, Priority.ALWAYS);
    fileLine = new HBox(file, browse);
    fileLine.getStyleClass().add("file-line");
    fingerprint.setId("environment-fingerprint");
    fingerprint.getStyleClass().add("fingerprint");
    fingerprint.setWrapText(true);
    fingerprint.setMinHeight(USE_PREF_SIZE);
    getChildren()
        .addAll(
            labelled("Server", kind),
            labelled("Name", name),
            labelled("Address", address),
            DialogCard.labelled(secretWord, token),
            tokenNote,
            projectLine,
            labelled("Server certificate", trust),
            fileLine,
            fingerprint);
    trust.valueProperty().subscribe(kind -> showTrust());
    kind.valueProperty().subscribe(now -> showKind());
    kind.valueProperty().addListener((property, was, is) -> changed.run());
    for (TextField each : new TextField[] {name, address, project, token, file}) {
      each.textProperty().addListener((property, was, is) -> changed.run());
    }
    trust.valueProperty().addListener((property, was, is) -> changed.run());
    show(Optional.empty());
  }

  private static TextField field(String id, String prompt) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(prompt);
    return field;
  }

  private static VBox labelled(String words, Node control) {
    return DialogCard.labelled(new Label(words), control);
  }

  private void showKind() {
    Server server = kind.getValue();
    boolean ours = server == Server.OURS;
    secretWord.setText(server.secret);
    token.setPromptText(
        keptToken.isPresent() ? "Kept; write another one to replace it" : server.prompt);
    projectLine.setVisible(ours);
    projectLine.setManaged(ours);
  }

  private void showTrust() {
    boolean byFile = trust.getValue() == Kind.FILE;
    boolean byCertificate = trust.getValue() == Kind.PINNED;
    fileLine.setVisible(byFile);
    fileLine.setManaged(byFile);
    fingerprint.setVisible(byCertificate);
    fingerprint.setManaged(byCertificate);
    fingerprint.setText(
        pinned
            .map(sha -> "SHA-256 " + sha)
            .orElse("None yet: “Test connection” shows the server's certificate."));
  }

  /** Shows an environment, or empty fields for a new one. */
  void show(Optional<Environment> environment) {
    name.setText(environment.map(Environment::name).orElse(""));
    address.setText(environment.map(each -> each.address().toString()).orElse(""));
    project.setText(environment.map(Environment::project).orElse(""));
    token.setText("");
    keptToken = environment.flatMap(Environment::token);
    kind.setValue(
        Server.of(environment.map(Environment::kind).orElse(Environment.Kind.CONCERTMASTER)));
    showKind();
    tokenNote.setText(
        environment.isPresent() && keptToken.isEmpty()
            ? "None is kept, or it cannot be opened any more: write it anew."
            : "Kept encrypted on this machine, and told to this server alone.");
    Trust how = environment.map(Environment::trust).orElse(new Trust.OfSystem());
    pinned = how instanceof Trust.Pinned one ? Optional.of(one.fingerprint()) : Optional.empty();
    file.setText(how instanceof Trust.OfFile one ? one.file().toString() : "");
    trust.setValue(
        switch (how) {
          case Trust.OfSystem system -> Kind.SYSTEM;
          case Trust.OfFile one -> Kind.FILE;
          case Trust.Pinned one -> Kind.PINNED;
        });
    showTrust();
    shown = fields();
  }

  /** Whether something was written since an environment, or none, was shown. */
  boolean isChanged() {
    return !fields().equals(shown);
  }

  private List<Object> fields() {
    return List.of(
        name.getText(),
        address.getText(),
        project.getText(),
        token.getText(),
        file.getText(),
        kind.getValue(),
        trust.getValue(),
        pinned);
  }

  /** Trusts a certificate that a person confirmed. */
  void pin(String sha256) {
    pinned = Optional.of(sha256);
    trust.setValue(Kind.PINNED);
    showTrust();
  }

  /** Brings the keyboard to the first field. */
  void focusName() {
    name.requestFocus();
  }

  /**
   * What is written.
   *
   * @throws IllegalArgumentException with a sentence for people, when something cannot be so
   */
  Environment read() {
    String written = token.getText().strip();
    Optional<String> secret = written.isEmpty() ? keptToken : Optional.of(written);
    if (name.getText().isBlank()) {
      throw new IllegalArgumentException("give it a name, such as “staging”");
    }
    if (address.getText().isBlank()) {
      throw new IllegalArgumentException("write its address, such as https://flows.example.org");
    }
    return new Environment(
        name.getText(),
        Environment.address(address.getText()),
        kind.getValue().kind,
        project.getText().isBlank() || kind.getValue() == Server.N8N
            ? "default"
            : project.getText().strip(),
        trust(),
        secret);
  }

  private Trust trust() {
    return switch (trust.getValue()) {
      case SYSTEM -> new Trust.OfSystem();
      case FILE -> {
        if (file.getText().isBlank()) {
          throw new IllegalArgumentException("choose the file with the certificates");
        }
        yield new Trust.OfFile(Path.of(file.getText().strip()).toAbsolutePath());
      }
      // Nothing confirmed yet: the system's trust decides, and the test shows the certificate.
      case PINNED -> pinned.<Trust>map(Trust.Pinned::new).orElse(new Trust.OfSystem());
    };
  }
}
