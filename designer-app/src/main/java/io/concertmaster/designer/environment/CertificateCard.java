package io.concertmaster.designer.environment;

import io.concertmaster.deploy.ServerCertificate;
import io.concertmaster.designer.controls.DialogCard;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** A certificate that nobody vouches for, for a person to compare and confirm. */
final class CertificateCard extends VBox {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

  CertificateCard(ServerCertificate certificate, Runnable confirmed) {
    setId("certificate");
    getStyleClass().add("certificate-card");
    Button trust = new Button("Trust this certificate");
    trust.setId("certificate-trust");
    trust.setOnAction(event -> confirmed.run());
    getChildren()
        .addAll(
            DialogCard.wrapped("The server shows this certificate", "strong"),
            DialogCard.wrapped(
                "Of "
                    + certificate.subject()
                    + (certificate.isSelfSigned()
                        ? ", vouched for by itself alone"
                        : ", vouched for by " + certificate.issuer())
                    + ", from "
                    + DAY.format(certificate.from())
                    + " to "
                    + DAY.format(certificate.until())
                    + ".",
                "muted"),
            DialogCard.wrapped("SHA-256 " + certificate.fingerprint(), "fingerprint"),
            DialogCard.wrapped(
                "Compare the fingerprint with what the owner of the server tells you. Only this"
                    + " certificate is trusted then, at this address.",
                "muted"),
            trust);
  }
}
