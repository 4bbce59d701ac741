using System.Text;
using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Files;

/// <summary>Reading and writing of files, with errors that say what to do.</summary>
internal static class SpecFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(ExitCode.Usage, $"cannot read {path}: {exception.Message}");
        }
    }

    public static string Decode(string path, byte[] bytes)
    {
        ReadOnlySpan<byte> text = bytes;
        if (text.StartsWith(Encoding.UTF8.Preamble))
        {
            text = text[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            return Utf8.GetString(text);
        }
        catch (DecoderFallbackException exception)
        {
            throw new ToolException(ExitCode.Content, $"{path} is not UTF-8: a wrong byte stands at offset {exception.Index}");
        }
    }

    public static void Write(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text, Utf8);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(ExitCode.Usage, $"cannot write {path}: {exception.Message}");
        }
    }

    /// <summary>A text of JSON that has to be an object.</summary>
    public static JsonObject ParseObject(string path, string text) =>
        JsonParser.Parse(new JsonSource(path, text), out SpecDiagnostic? error) as JsonObject
        ?? throw new ToolException(ExitCode.Content, error is null ? $"{path} is no JSON object" : Format(error));

    /// <summary>Throws with all diagnostics, each in the form that compilers use, when there is one.</summary>
    public static void ThrowIfAny(IReadOnlyList<SpecDiagnostic> diagnostics)
    {
        if (diagnostics.Count > 0)
        {
            throw new ToolException(ExitCode.Content, string.Join('\n', diagnostics.Select(Format)));
        }
    }

    public static string Format(SpecDiagnostic diagnostic)
        => FormattableString.Invariant($"{diagnostic.Path}({diagnostic.Line + 1},{diagnostic.Column + 1}): error {diagnostic.Id}: {diagnostic.Message}");
}
