using System.Text;
using System.Text.RegularExpressions;

namespace Confluence.Contract.Tests.Stub;

/// <summary>A part of a <c>multipart/form-data</c> body.</summary>
internal sealed record FormPart(string Name, string? FileName, string? ContentType, byte[] Content)
{
    private const string LineEnd = "\r\n";

    /// <summary>The parts of a body.</summary>
    /// <exception cref="FormatException">The body is no form.</exception>
    public static IReadOnlyList<FormPart> Read(ArrivedRequest request)
    {
        string boundary = "--" + (Find(request.Header("Content-Type"), "boundary") ?? throw new FormatException($"The body is '{request.Header("Content-Type")}', which is no form."));

        // Latin-1 keeps each byte as one character, so that positions and bytes stay what they are.
        string[] pieces = Encoding.Latin1.GetString(request.Body).Split(boundary);
        return pieces.Length >= 2 && pieces[^1].StartsWith("--", StringComparison.Ordinal)
            ? [.. pieces[1..^1].Select(ReadPart)]
            : throw new FormatException("The form does not end with its boundary.");
    }

    private static FormPart ReadPart(string piece)
    {
        int headEnd = piece.IndexOf(LineEnd + LineEnd, StringComparison.Ordinal);
        if (headEnd < 0 || !piece.EndsWith(LineEnd, StringComparison.Ordinal))
        {
            throw new FormatException("A part of the form has no head or no end.");
        }

        string[] head = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(piece[..headEnd])).Split(LineEnd);
        string? disposition = HeaderOf(head, "Content-Disposition");
        return new FormPart(
            Find(disposition, "name") ?? throw new FormatException("A part of the form has no name."),
            Find(disposition, "filename"),
            HeaderOf(head, "Content-Type"),
            Encoding.Latin1.GetBytes(piece[(headEnd + 4)..^LineEnd.Length]));
    }

    private static string? HeaderOf(string[] head, string name) =>
        head.FirstOrDefault(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..];

    private static string? Find(string? header, string parameter)
    {
        Match match = Regex.Match(header ?? string.Empty, $"""(?:^|[; ]){parameter}=(?:"([^"]*)"|([^;]*))""", RegexOptions.None, TimeSpan.FromSeconds(1));
        return match.Success ? match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value : null;
    }
}
