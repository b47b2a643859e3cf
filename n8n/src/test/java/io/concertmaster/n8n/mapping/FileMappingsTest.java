package io.concertmaster.n8n.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileMappingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "convertToFile|1.1|{'options':{}}|file.convert|{'item':'empty',"
            + "'fileName':'spreadsheet.csv','flatten':true,'byteOrderMark':true}",
        "convertToFile|1.1|{'operation':'xlsx','options':{'sheetName':'A','headerRow':false}}"
            + "|file.convert|{'item':'empty','format':'xlsx','fileName':'spreadsheet.xlsx',"
            + "'header':false,'flatten':true,'sheet':'A'}",
        "convertToFile|1|{'operation':'toJson','mode':'each','options':{'format':true}}"
            + "|file.convert|{'item':'empty','format':'json','each':true,"
            + "'fileName':'file.json','indent':true}",
        "convertToFile|1.1|{'operation':'toBinary','sourceProperty':'a.b',"
            + "'options':{'mimeType':'image/png'}}|file.convert|{'item':'empty',"
            + "'mimeType':'image/png','format':'base64','source':'a.b'}",
        "convertToFile|1|{'operation':'toBinary','sourceProperty':'a',"
            + "'options':{'dataIsBase64':false}}|file.convert|{'item':'empty','format':'text',"
            + "'source':'a','fileName':''}",
        "extractFromFile|1|{}|file.extract|{'format':'csv','delimiter':'comma','keepMark':true,"
            + "'empty':'omit'}",
        "extractFromFile|1|{'options':{'delimiter':';','enableBOM':true,'fromLine':3,"
            + "'maxRowCount':5,'includeEmptyCells':true,'headerRow':false}}|file.extract|"
            + "{'format':'csv','header':false,'delimiter':'semicolon','skipLines':2,'limit':5,"
            + "'unnamed':'list'}",
        "extractFromFile|1|{'operation':'xlsx','options':{'range':2,'sheetName':'S'}}|file.extract|"
            + "{'format':'xlsx','sheet':'S','range':'2','emptyCells':'omit','values':'detect',"
            + "'dates':'number','spareNames':'empty'}",
        "extractFromFile|1|{'operation':'fromJson','options':{'keepSource':'both'}}|file.extract|"
            + "{'format':'json','field':'data','keepRecord':true,'keepFiles':'all'}",
        "extractFromFile|1|{'operation':'pdf','options':{'joinPages':false,'maxPages':2}}"
            + "|file.extract|{'format':'pdf','version':'5.3.31','joinPages':false,'mostPages':2,"
            + "'keepFiles':'others'}",
        "extractFromFile|1|{'operation':'binaryToPropery','destinationKey':'x'}|file.extract|"
            + "{'format':'base64','field':'x','keepFiles':'others'}",
        "readPDF|1|{'encrypted':true,'password':'p'}|file.extract|{'format':'pdf','version':'5.3.31',"
            + "'password':'p','keepFiles':'all'}",
        "spreadsheetFile|2|{'operation':'toFile','options':{}}|file.convert|{'item':'empty',"
            + "'format':'xls','fileName':'spreadsheet.xls','flatten':true,'sheet':'Sheet'}",
        "spreadsheetFile|2|{'fileFormat':'csv','options':{}}|file.extract|{'format':'csv',"
            + "'delimiter':'comma','keepMark':true,'empty':'omit'}",
        "moveBinaryData|1|{}|file.extract|{'optional':true,'keepFiles':'others',"
            + "'format':'json','whole':true}",
        "moveBinaryData|1|{'setAllData':false,'options':{'keepSource':true}}|file.extract|"
            + "{'optional':true,'keepFiles':'all','format':'text','field':'data',"
            + "'keepRecord':true}",
        "moveBinaryData|1|{'mode':'jsonToBinary','convertAllData':false,'sourceKey':'a',"
            + "'options':{'useRawData':true}}|file.convert|{'format':'text','source':'a',"
            + "'mimeType':'application/json','item':'rest','keepFiles':true}",
        "readBinaryFile|1|{'filePath':'a.txt'}|file.read|{'path':'a.txt','item':'keep'}",
        "readBinaryFiles|1|{'fileSelector':'*.txt'}|file.read|{'path':'*.txt','item':'empty',"
            + "'once':true,'optional':true}",
        "readWriteFile|1|{'fileSelector':'a','options':{'fileName':'b'}}|file.read|{'path':'a',"
            + "'item':'media','optional':true,'fileName':'b'}",
        "readWriteFile|1|{'operation':'write','fileName':'a','options':{'append':true}}|file.write|"
            + "{'path':'a','mode':'append','createFolders':false,'tell':'fileName'}",
        "writeBinaryFile|1|{'fileName':'a','dataPropertyName':'x'}|file.write|{'path':'a',"
            + "'binaryProperty':'x','createFolders':false,'tell':'fileName'}",
        "iCal|1|{'title':'t','start':'2026-01-05','end':'2026-01-06','additionalFields':"
            + "{'status':'TENTATIVE'}}|file.convert|{'item':'empty','format':'ics',"
            + "'fileName':'event.ics','title':'t','start':'2026-01-05','end':'2026-01-06',"
            + "'status':'TENTATIVE'}",
        "rssFeedRead|1.2|{'url':'u','options':{'customFields':'a','ignoreSSL':true}}|http.feed|"
            + "{'url':'u','fields':'a','anyCertificate':true}",
        "rssFeedRead|1|{'url':'u'}|http.feed|{'url':'u','once':true}",
        "graphql|1.1|{'endpoint':'u','query':'{a}','operationName':'o'}|http.request|"
            + "{'method':'POST','url':'u','body':'fields','fields':[{'name':'query',"
            + "'value':'{a}'},{'name':'operationName','value':'o'}],'response':'json',"
            + "'split':false}",
        "compression|1.1|{}|file.decompress|{}",
        "compression|1|{}|file.decompress|{'prefix':'data'}",
        "compression|1|{'operation':'compress','outputFormat':'gzip'}|file.compress|"
            + "{'format':'gzip','numbered':true}",
        "readBinaryFiles|1|{'fileSelector':'*.{a,b}'}|file.read|{'path':'*.{a,b}','item':'empty',"
            + "'choices':true,'once':true,'optional':true}",
        "compression|1.1|{'operation':'compress','outputFormat':'gzip','fileName':'a',"
            + "'binaryPropertyOutput':'x'}|file.compress|{'format':'gzip','fileName':'a',"
            + "'binaryProperty':'x'}",
        "executeCommand|1|{'command':'ls'}|command.run|{'command':'ls','once':true}"
      })
  void file_nodes_become_ours(
      String theirs, double version, String settings, String ours, String expected) {
    Read read = Read.of(theirs, version, settings);

    assertThat(read.mapped().type()).isEqualTo(ours);
    assertThat(read.settings()).isEqualTo(Read.json(expected));
    assertThat(read.leftOut()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "convertToFile|file.convert|{'item':'empty','fileName':'a.csv','flatten':true,"
            + "'byteOrderMark':true,'delimiter':'tab','header':false}",
        "convertToFile|file.convert|{'item':'empty','format':'json','each':true,"
            + "'fileName':'x.json','indent':true}",
        "convertToFile|file.convert|{'item':'empty','format':'base64','source':'a'}",
        "convertToFile|file.convert|{'item':'empty','format':'ics','fileName':'e.ics','title':'t',"
            + "'start':'2026-01-05','end':'2026-01-06','allDay':true,'location':'here',"
            + "'attendees':[{'name':'A','email':'a@b.c','reply':true}]}",
        "extractFromFile|file.extract|{'format':'csv','delimiter':'semicolon','skipLines':2,"
            + "'limit':5,'empty':'omit'}",
        "extractFromFile|file.extract|{'format':'ods','sheet':'S','range':'B2:C4',"
            + "'emptyCells':'text','values':'detect','dates':'number','spareNames':'empty'}",
        "extractFromFile|file.extract|{'format':'pdf','version':'5.3.31','joinPages':false,"
            + "'keepFiles':'others'}",
        "extractFromFile|file.extract|{'format':'json','field':'x','keepRecord':true,"
            + "'keepFiles':'others'}",
        "readWriteFile|file.read|{'path':'a/*.csv','item':'media','optional':true,"
            + "'binaryProperty':'x'}",
        "writeBinaryFile|file.write|{'path':'a','binaryProperty':'x','mode':'append',"
            + "'createFolders':false,'tell':'fileName'}",
        "compression|file.compress|{'files':'a,b','fileName':'x.zip','binaryProperty':'z'}",
        "compression|file.decompress|{'prefix':'p'}",
        "rssFeedRead|http.feed|{'url':'u','fields':'a,b'}",
        "executeCommand|command.run|{'command':'ls'}"
      })
  void what_is_written_reads_as_the_same(String theirs, String ours, String settings) {
    assertThat(Read.again(theirs, ours, Read.json(settings))).isEqualTo(Read.json(settings));
  }

  @Test
  void file_nodes_that_people_published_lose_nothing() throws IOException {
    String shared = System.getProperty("concertmaster.shared", "");
    Path wild = Path.of(shared, "wild");
    assumeTrue(!shared.isEmpty() && Files.isDirectory(wild), "no published workflows here");
    Set<String> known =
        Set.of(
            "convertToFile",
            "extractFromFile",
            "readBinaryFile",
            "readWriteFile",
            "writeBinaryFile",
            "moveBinaryData",
            "spreadsheetFile",
            "readPDF");
    List<JsonObject> nodes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(wild)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
        if (Json.parse(Files.readString(file)) instanceof JsonObject workflow) {
          ForeignNode.objects(workflow.get("nodes")).stream()
              .filter(node ->
                  known.contains(String.valueOf(node.get("type")).replaceFirst(".*\\.", "")))
              .forEach(nodes::add);
        }
      }
    }

    assertThat(nodes).hasSizeGreaterThan(50);
    assertThat(nodes).flatExtracting(node -> Read.of(node).leftOut()).isEmpty();
  }
}
