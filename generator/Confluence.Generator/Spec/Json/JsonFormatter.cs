using System.Globalization;
using System.Text;

namespace Confluence.Generator.Spec.Json;

/// <summary>Writes nodes as JSON text, always the same way. Numbers stay as they were written.</summary>
internal static class JsonFormatter
{
    /// <summary>On one line without blanks.</summary>
    public static string Compact(JsonNode node)
    {
        var builder = new StringBuilder();
        Write(builder, node, indentation: -1);
        return builder.ToString();
    }

    /// <summary>One value a line, two blanks a level, <c>\n</c> line ends and one at the end of the text.</summary>
    public static string Indented(JsonNode node)
    {
        var builder = new StringBuilder();
        Write(builder, node, indentation: 0);
        return builder.Append('\n').ToString();
    }

    private static void Write(StringBuilder builder, JsonNode node, int indentation)
    {
        switch (node)
        {
            case JsonObject value:
                WriteObject(builder, value, indentation);
                break;
            case JsonArray value:
                WriteArray(builder, value, indentation);
                break;
            case JsonString value:
                WriteString(builder, value.Value);
                break;
            case JsonNumber value:
                builder.Append(value.Text);
                break;
            case JsonBoolean value:
                builder.Append(value.Value ? "true" : "false");
                break;
            case JsonNull:
                builder.Append("null");
                break;
            default:
                throw new InvalidOperationException($"{node.GetType().Name} has no JSON text.");
        }
    }

    private static void WriteObject(StringBuilder builder, JsonObject value, int indentation)
    {
        if (value.Members.Count == 0)
        {
            builder.Append("{}");
            return;
        }

        builder.Append('{');
        int inner = indentation < 0 ? indentation : indentation + 1;
        for (int i = 0; i < value.Members.Count; i++)
        {
            StartLine(builder, inner, first: i == 0);
            WriteString(builder, value.Members[i].Name);
            builder.Append(inner < 0 ? ":" : ": ");
            Write(builder, value.Members[i].Value, inner);
        }

        StartLine(builder, indentation, first: true);
        builder.Append('}');
    }

    private static void WriteArray(StringBuilder builder, JsonArray value, int indentation)
    {
        if (value.Items.Count == 0)
        {
            builder.Append("[]");
            return;
        }

        builder.Append('[');
        int inner = indentation < 0 ? indentation : indentation + 1;
        for (int i = 0; i < value.Items.Count; i++)
        {
            StartLine(builder, inner, first: i == 0);
            Write(builder, value.Items[i], inner);
        }

        StartLine(builder, indentation, first: true);
        builder.Append(']');
    }

    private static void StartLine(StringBuilder builder, int indentation, bool first)
    {
        if (!first)
        {
            builder.Append(',');
        }

        if (indentation >= 0)
        {
            builder.Append('\n').Append(' ', indentation * 2);
        }
    }

    private static void WriteString(StringBuilder builder, string value)
    {
        builder.Append('"');
        foreach (char c in value)
        {
            switch (c)
            {
                case '"':
                    builder.Append("\\\"");
                    break;
                case '\\':
                    builder.Append("\\\\");
                    break;
                case '\n':
                    builder.Append("\\n");
                    break;
                case '\r':
                    builder.Append("\\r");
                    break;
                case '\t':
                    builder.Append("\\t");
                    break;
                default:
                    if (c < ' ')
                    {
                        builder.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    }
                    else
                    {
                        builder.Append(c);
                    }

                    break;
            }
        }

        builder.Append('"');
    }
}
