using System.Buffers;
using System.Text;
using System.Text.Json;
using Confluence.Sandbox.Json;

namespace Confluence.Sandbox.Content;

/// <summary>Writes a made-up body in the representations that the API offers.</summary>
internal static class BodyRenderer
{
    /// <summary>Writes the body as storage format: XHTML with Confluence's <c>ac:</c> and <c>ri:</c> elements.</summary>
    public static string Storage(BodyDocument document)
    {
        StringBuilder xml = new();
        int task = 0;
        foreach (Block block in document.Blocks)
        {
            switch (block.Kind)
            {
                case BlockKind.Heading:
                    xml.Append("<h2>").AppendEscaped(block.Text).Append("</h2>");
                    break;
                case BlockKind.Paragraph:
                    xml.Append("<p>").AppendEscaped(block.Text).Append("</p>");
                    break;
                case BlockKind.Quote:
                    xml.Append("<blockquote><p>").AppendEscaped(block.Text).Append("</p></blockquote>");
                    break;
                case BlockKind.Code:
                    xml.Append("<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\" ac:macro-id=\"").Append(block.Detail)
                        .Append("\"><ac:parameter ac:name=\"language\">csharp</ac:parameter><ac:plain-text-body><![CDATA[")
                        .Append(block.Text.Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal))
                        .Append("]]></ac:plain-text-body></ac:structured-macro>");
                    break;
                case BlockKind.Panel:
                    xml.Append("<ac:structured-macro ac:name=\"info\" ac:schema-version=\"1\" ac:macro-id=\"").Append(block.Detail)
                        .Append("\"><ac:rich-text-body><p>").AppendEscaped(block.Text).Append("</p></ac:rich-text-body></ac:structured-macro>");
                    break;
                case BlockKind.Mention:
                    xml.Append("<p><ac:link><ri:user ri:account-id=\"").AppendEscaped(block.Detail).Append("\" /></ac:link> ")
                        .AppendEscaped(block.Text).Append("</p>");
                    break;
                case BlockKind.PageLink:
                    xml.Append("<p>").AppendEscaped(block.Text).Append(" <ac:link><ri:page ri:content-title=\"").AppendEscaped(block.Detail)
                        .Append("\" ri:version-at-save=\"1\" /></ac:link></p>");
                    break;
                case BlockKind.Task:
                    xml.Append("<ac:task-list><ac:task><ac:task-id>").Append(++task)
                        .Append("</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body><ac:link><ri:user ri:account-id=\"")
                        .AppendEscaped(block.Detail).Append("\" /></ac:link> ").AppendEscaped(block.Text)
                        .Append("</ac:task-body></ac:task></ac:task-list>");
                    break;
                case BlockKind.TableRow:
                    xml.Append("<table><tbody><tr><th><p>").AppendEscaped(block.Text).Append("</p></th><td><p>")
                        .AppendEscaped(block.Detail).Append("</p></td></tr></tbody></table>");
                    break;
                default:
                    throw new InvalidOperationException($"Block kind {block.Kind} has no storage form.");
            }
        }

        return xml.ToString();
    }

    /// <summary>Writes the body as HTML, as the view representations have it.</summary>
    public static string Html(BodyDocument document)
    {
        StringBuilder html = new();
        foreach (Block block in document.Blocks)
        {
            (string open, string close) = block.Kind switch
            {
                BlockKind.Heading => ("<h2>", "</h2>"),
                BlockKind.Quote => ("<blockquote><p>", "</p></blockquote>"),
                BlockKind.Code => ("<div class=\"code panel\"><pre>", "</pre></div>"),
                BlockKind.Panel => ("<div class=\"confluence-information-macro\"><p>", "</p></div>"),
                BlockKind.Task => ("<ul class=\"inline-task-list\"><li>", "</li></ul>"),
                BlockKind.TableRow => ("<table class=\"confluenceTable\"><tbody><tr><td>", "</td></tr></tbody></table>"),
                _ => ("<p>", "</p>"),
            };
            html.Append(open);
            AppendLead(html, block);
            html.AppendEscaped(block.Text).Append(close);
        }

        return html.ToString();
    }

    /// <summary>Writes the words alone, one line a block.</summary>
    public static string Text(BodyDocument document) => string.Join('\n', document.Blocks.Select(static block => block.Text));

    /// <summary>Writes the body as Atlassian Document Format: a JSON document in a string.</summary>
    public static string Adf(BodyDocument document) => Adf(document.Blocks);

    /// <summary>Writes plain lines as Atlassian Document Format.</summary>
    public static string AdfOfLines(IEnumerable<string> lines) =>
        Adf([.. lines.Select(static line => new Block(BlockKind.Paragraph, line, ""))]);

    private static string Adf(IReadOnlyList<Block> blocks)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, JsonOutput.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "doc"u8);
            writer.WriteNumber("version"u8, 1);
            writer.WriteStartArray("content"u8);
            foreach (Block block in blocks)
            {
                WriteAdf(writer, block);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteAdf(Utf8JsonWriter writer, Block block)
    {
        string type = block.Kind switch
        {
            BlockKind.Heading => "heading",
            BlockKind.Code => "codeBlock",
            _ => "paragraph",
        };
        writer.WriteStartObject();
        writer.WriteString("type"u8, type);
        if (block.Kind == BlockKind.Heading)
        {
            writer.WriteStartObject("attrs"u8);
            writer.WriteNumber("level"u8, 2);
            writer.WriteEndObject();
        }

        writer.WriteStartArray("content"u8);
        if (block.Kind is BlockKind.Mention or BlockKind.Task)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "mention"u8);
            writer.WriteStartObject("attrs"u8);
            writer.WriteString("id"u8, block.Detail);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        if (block.Text.Length > 0)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "text"u8);
            writer.WriteString("text"u8, block.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void AppendLead(StringBuilder html, Block block)
    {
        if (block.Kind is BlockKind.Mention or BlockKind.Task)
        {
            html.Append("<a class=\"confluence-userlink\" data-account-id=\"").AppendEscaped(block.Detail).Append("\"></a> ");
        }
        else if (block.Kind == BlockKind.PageLink)
        {
            html.Append("<a>").AppendEscaped(block.Detail).Append("</a> ");
        }
    }
}
