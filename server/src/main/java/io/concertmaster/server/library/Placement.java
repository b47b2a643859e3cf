package io.concertmaster.server.library;

import io.concertmaster.server.document.Paths;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.project.Project;
import io.concertmaster.server.store.Document;
import io.concertmaster.server.store.DocumentRows;
import io.concertmaster.server.store.Draft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the documents of a bundle go.
 *
 * <p>Design note. Paths of a bundle start at the folder that holds all of it, so a workflow that is
 * called by others has another path when it is deployed alone: {@code mail.workflow.json} in place
 * of {@code shared/mail.workflow.json}. Were it moved, those who call it would find it no more. So
 * where documents that are here already all lie in one folder further down, as they lie in the
 * bundle, the whole bundle goes there. What nobody knows here says nothing about the place.
 */
final class Placement {
  private final Project project;
  private final DocumentRows documents;

  Placement(Project project, DocumentRows documents) {
    this.project = project;
    this.documents = documents;
  }

  /** The bundle with the paths that it has here. */
  Bundle place(Bundle bundle) {
    Set<String> folders = new HashSet<>();
    for (Bundle.Part each : bundle.parts()) {
      folder(each.draft()).ifPresent(folders::add);
    }
    if (folders.size() != 1) {
      return bundle; // they lie in several places, or nothing of it is here
    }
    return in(folders.iterator().next(), bundle).orElse(bundle);
  }

  /** The folder from which the path of a draft leads to where it lies here; with a slash. */
  private Optional<String> folder(Draft draft) {
    return documents
        .find(project.id(), draft.kind(), draft.id())
        .map(document -> lying(draft, document))
        .filter(path -> path.equals(draft.path()) || path.endsWith("/" + draft.path()))
        .map(path -> path.substring(0, path.length() - draft.path().length()));
  }

  /** Where a document lies: as it is live, or as it was kept last. */
  private String lying(Draft draft, Document document) {
    return document.live().isEmpty()
        ? document.newest().path()
        : documents
            .version(project.id(), draft.kind(), draft.id(), document.live().getAsLong())
            .orElseGet(document::newest)
            .path();
  }

  private static Optional<Bundle> in(String folder, Bundle bundle) {
    List<Bundle.Part> placed = new ArrayList<>();
    for (Bundle.Part each : bundle.parts()) {
      try {
        Draft draft = each.draft().at(Paths.file(folder + each.draft().path()));
        placed.add(new Bundle.Part(draft, each.workflow(), each.form()));
      } catch (HttpProblem tooDeep) {
        return Optional.empty();
      }
    }
    return Optional.of(new Bundle(placed, bundle.expected(), bundle.activate()));
  }
}
