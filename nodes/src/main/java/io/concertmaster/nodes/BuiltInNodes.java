package io.concertmaster.nodes;

import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeType;
import io.concertmaster.nodes.archive.FileCompress;
import io.concertmaster.nodes.archive.FileDecompress;
import io.concertmaster.nodes.code.Code;
import io.concertmaster.nodes.command.RunCommand;
import io.concertmaster.nodes.crypto.Crypto;
import io.concertmaster.nodes.data.Aggregate;
import io.concertmaster.nodes.data.CompareDatasets;
import io.concertmaster.nodes.data.EditFields;
import io.concertmaster.nodes.data.Filter;
import io.concertmaster.nodes.data.Limit;
import io.concertmaster.nodes.data.NewItems;
import io.concertmaster.nodes.data.RemoveDuplicates;
import io.concertmaster.nodes.data.RenameFields;
import io.concertmaster.nodes.data.Sort;
import io.concertmaster.nodes.data.SplitOut;
import io.concertmaster.nodes.data.Summarize;
import io.concertmaster.nodes.date.Dates;
import io.concertmaster.nodes.file.FileConvert;
import io.concertmaster.nodes.file.FileExtract;
import io.concertmaster.nodes.file.FileRead;
import io.concertmaster.nodes.file.FileTrigger;
import io.concertmaster.nodes.file.FileWrite;
import io.concertmaster.nodes.flow.If;
import io.concertmaster.nodes.flow.Loop;
import io.concertmaster.nodes.flow.MarkRun;
import io.concertmaster.nodes.flow.Merge;
import io.concertmaster.nodes.flow.NoOperation;
import io.concertmaster.nodes.flow.RunWorkflow;
import io.concertmaster.nodes.flow.Stop;
import io.concertmaster.nodes.flow.Switch;
import io.concertmaster.nodes.flow.Wait;
import io.concertmaster.nodes.foreign.ForeignPlaceholder;
import io.concertmaster.nodes.form.FormPage;
import io.concertmaster.nodes.form.FormTrigger;
import io.concertmaster.nodes.form.Task;
import io.concertmaster.nodes.http.FeedRead;
import io.concertmaster.nodes.http.HttpRequestNode;
import io.concertmaster.nodes.http.Respond;
import io.concertmaster.nodes.note.StickyNote;
import io.concertmaster.nodes.sample.SampleData;
import io.concertmaster.nodes.sample.SampleMessage;
import io.concertmaster.nodes.sql.SqlInsert;
import io.concertmaster.nodes.sql.SqlQuery;
import io.concertmaster.nodes.sql.SqlUpsert;
import io.concertmaster.nodes.text.HtmlExtract;
import io.concertmaster.nodes.text.HtmlTable;
import io.concertmaster.nodes.text.Markdown;
import io.concertmaster.nodes.text.Template;
import io.concertmaster.nodes.text.Xml;
import io.concertmaster.nodes.trigger.ErrorTrigger;
import io.concertmaster.nodes.trigger.ManualTrigger;
import io.concertmaster.nodes.trigger.ScheduleTrigger;
import io.concertmaster.nodes.trigger.SubworkflowTrigger;
import io.concertmaster.nodes.trigger.WebhookTrigger;
import java.util.List;
import java.util.stream.Stream;

/** The node types that come with the product, in the order of the palette. */
public final class BuiltInNodes {
  private BuiltInNodes() {}

  /** All of them. */
  public static NodeCatalog catalog() {
    return new NodeCatalog(
        Stream.of(triggers(), flow(), data(), files(), connect(), notes(), foreign())
            .flatMap(List::stream)
            .toList());
  }

  private static List<NodeType> triggers() {
    return List.of(
        new ManualTrigger(),
        new ScheduleTrigger(),
        new WebhookTrigger(),
        new FormTrigger(),
        new FileTrigger(),
        new SubworkflowTrigger(),
        new ErrorTrigger());
  }

  private static List<NodeType> flow() {
    return List.of(
        new If(),
        new Switch(),
        new Merge(),
        new Loop(),
        new Wait(),
        new FormPage(),
        new Task(),
        new RunWorkflow(),
        new Stop(),
        new MarkRun(),
        new NoOperation());
  }

  private static List<NodeType> data() {
    return List.of(
        new EditFields(),
        new Filter(),
        new Sort(),
        new Limit(),
        new Summarize(),
        new SplitOut(),
        new Aggregate(),
        new RemoveDuplicates(),
        new NewItems(),
        new RenameFields(),
        new Dates(),
        new Crypto(),
        new HtmlExtract(),
        new HtmlTable(),
        new Template(),
        new Xml(),
        new Markdown(),
        new CompareDatasets(),
        new SampleData(),
        new SampleMessage(),
        new Code());
  }

  private static List<NodeType> files() {
    return List.of(
        new FileRead(),
        new FileExtract(),
        new FileConvert(),
        new FileWrite(),
        new FileCompress(),
        new FileDecompress(),
        new RunCommand());
  }

  private static List<NodeType> connect() {
    return List.of(
        new HttpRequestNode(),
        new FeedRead(),
        new Respond(),
        new SqlQuery(),
        new SqlInsert(),
        new SqlUpsert());
  }

  private static List<NodeType> notes() {
    return List.of(new StickyNote());
  }

  private static List<NodeType> foreign() {
    return List.of(new ForeignPlaceholder());
  }
}
