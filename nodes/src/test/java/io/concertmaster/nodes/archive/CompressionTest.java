package io.concertmaster.nodes.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.testkit.DescriptorRules;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class CompressionTest {
  private static NodeRun with(NodeType type, String name, byte[] bytes) {
    NodeRun run = NodeRun.of(type);
    BinaryData file = run.file(name, "application/octet-stream", bytes);
    return run.input(Item.of("id", 7).withBinary(Map.of("data", file, "same", file)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void the_descriptors_are_complete() {
    assertThat(DescriptorRules.complaints(new FileCompress())).isEmpty();
    assertThat(DescriptorRules.complaints(new FileDecompress())).isEmpty();
  }

  @Test
  void a_zip_of_two_files_unpacks_to_them_with_names_of_their_own() throws Exception {
    Outcome packed =
        with(new FileCompress(), "a.txt", utf8("hello"))
            .with("files", "data, same")
            .with("fileName", "all")
            .run();
    Item item = packed.items().getFirst();
    BinaryData zip = item.binary().get("data");
    assertThat(item.json()).containsEntry("id", 7L);
    assertThat(zip.fileName()).isEqualTo("all.zip");

    Outcome unpacked = with(new FileDecompress(), "all.zip", packed.bytes(zip)).run();
    Map<String, BinaryData> files = unpacked.items().getFirst().binary();
    assertThat(files).containsOnlyKeys("file_0", "file_1");
    assertThat(files.get("file_1").fileName()).isEqualTo("a_2.txt");
    assertThat(files.get("file_0").mimeType()).isEqualTo("text/plain");
    assertThat(unpacked.bytes(files.get("file_0"))).asString().isEqualTo("hello");
  }

  @Test
  void gzip_packs_each_file_by_itself() throws Exception {
    Outcome packed = with(new FileCompress(), "a.txt", utf8("hello")).with("format", "gzip").run();
    BinaryData gzip = packed.items().getFirst().binary().get("data");
    assertThat(gzip.fileName()).isEqualTo("a.txt.gz");

    Outcome unpacked =
        with(new FileDecompress(), "a.txt.gz", packed.bytes(gzip)).with("keepFiles", true).run();
    Map<String, BinaryData> files = unpacked.items().getFirst().binary();
    assertThat(files).containsOnlyKeys("data", "same", "file_0");
    assertThat(files.get("file_0").fileName()).isEqualTo("a.txt");
  }

  @Test
  void folders_are_dropped_and_what_a_mac_adds_is_left_out() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : new String[] {"dir/", "dir/../../x.txt", "__MACOSX/._x.txt", "y.txt"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.closeEntry();
      }
    }
    Outcome unpacked = with(new FileDecompress(), "x.zip", bytes.toByteArray()).run();

    assertThat(unpacked.items().getFirst().binary().values())
        .extracting(BinaryData::fileName)
        .containsExactlyInAnyOrder("x.txt", "y.txt");
  }

  @Test
  void an_archive_made_to_fill_disks_is_refused() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 70; i++) {
        gzip.write(zeros);
      }
    }

    assertThat(
            with(new FileDecompress(), "x.gz", bytes.toByteArray())
                .run()
                .rejected()
                .getFirst()
                .error())
        .hasMessageContaining("far larger");
  }

  @Test
  void what_is_no_archive_and_what_is_missing_are_told() throws Exception {
    assertThat(
            with(new FileDecompress(), "x.zip", utf8("junk")).run().rejected().getFirst().error())
        .hasMessageContaining("neither");
    assertThat(
            with(new FileCompress(), "x", utf8("a"))
                .with("files", "none")
                .run()
                .rejected()
                .getFirst()
                .error())
        .hasMessageContaining("“none”");
  }
}
