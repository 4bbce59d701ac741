using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Files;
using Confluence.SpecTool.Import;

namespace Confluence.SpecTool.Update;

/// <summary>Gets published documents: from a file, a folder or an address, or from where <c>spec/README.md</c> says that they are published.</summary>
internal static class DocumentSource
{
    /// <summary>Ten times what the documents have: what is larger is something else.</summary>
    private const int LargestBytes = 64 << 20;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>The documents to take, by API.</summary>
    /// <param name="from">A file, a folder or an address; null for the addresses of the record.</param>
    /// <param name="apis">The APIs that are wanted.</param>
    /// <param name="isChoice">Whether these APIs were asked for by name, so that each has to be found.</param>
    /// <param name="record">The record of the documents.</param>
    /// <param name="cancellationToken">Ends a download.</param>
    public static async Task<IReadOnlyList<(string Api, PublishedDocument Document)>> FindAsync(
        string? from, IReadOnlyList<string> apis, bool isChoice, SpecRecord record, CancellationToken cancellationToken)
    {
        var found = new List<(string, PublishedDocument)>();
        if (from is null)
        {
            foreach (string api in apis)
            {
                found.Add((api, await DownloadAsync(record.AddressOf(api), cancellationToken).ConfigureAwait(false)));
            }

            return found;
        }

        List<PublishedDocument> candidates = Directory.Exists(from)
            ? [.. Directory.EnumerateFiles(from, "*.json").Order(StringComparer.Ordinal).Select(Read)]
            : [IsAddress(from) ? await DownloadAsync(from, cancellationToken).ConfigureAwait(false) : Read(from)];
        foreach (string api in apis)
        {
            PublishedDocument[] fitting = [.. candidates.Where(candidate => Describes(candidate, api, isAlone: candidates.Count == 1 && isChoice))];
            if (fitting.Length > 1)
            {
                throw new ToolException(ExitCode.Usage, $"{from} has several documents of {api}: {string.Join(", ", fitting.Select(document => Path.GetFileName(document.Name)))}; name one of them with --from");
            }

            if (fitting.Length == 1)
            {
                found.Add((api, fitting[0]));
            }
            else if (isChoice)
            {
                throw new ToolException(ExitCode.Content, candidates is [var other] ? DocumentKind.WhyNone(other.Name, TextOf(other)) : $"{from} has no OpenAPI document of {api}");
            }
        }

        return found.Count > 0 ? found : throw new ToolException(ExitCode.Content, candidates is [var single] ? DocumentKind.WhyNone(single.Name, TextOf(single)) : NothingIn(from));
    }

    private static bool IsAddress(string from) =>
        from.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || from.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    private static string NothingIn(string from) =>
        Directory.EnumerateFiles(from).FirstOrDefault(path => DocumentKind.IsYamlName(path)) is { } yaml
            ? $"no file in {from} is an OpenAPI document of Confluence in JSON; {DocumentKind.Yaml(yaml)}"
            : $"no file in {from} is an OpenAPI document of Confluence";

    /// <summary>Whether a document is that of an API. One that was named for it alone is taken at its word, so that the import says what is wrong with it.</summary>
    private static bool Describes(PublishedDocument document, string api, bool isAlone) =>
        (isAlone && DocumentKind.IsJson(TextOf(document))) || (JsonParser.Parse(new JsonSource(document.Name, TextOf(document)), out _) is JsonObject root && DocumentImporter.ApiOf(root) == api);

    private static string TextOf(PublishedDocument document) => SpecFiles.Decode(document.Name, document.Bytes);

    private static PublishedDocument Read(string path) => new(path, SpecFiles.ReadBytes(path), DocumentDate.In(Path.GetFileName(path)));

    private static async Task<PublishedDocument> DownloadAsync(string address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = s_patience, MaxResponseContentBufferSize = LargestBytes };
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(new Uri(address), cancellationToken).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
            {
                throw new ToolException(ExitCode.Usage, $"{address} answers {(int)answer.StatusCode} ({answer.StatusCode}); check the address, or download the document and name the file with --from");
            }

            DateOnly? date = answer.Content.Headers.LastModified is { } modified ? DateOnly.FromDateTime(modified.UtcDateTime) : null;
            return new PublishedDocument(address, await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false), DocumentDate.In(address) ?? date);
        }
        catch (Exception exception) when (exception is HttpRequestException or UriFormatException or (OperationCanceledException and not null))
        {
            cancellationToken.ThrowIfCancellationRequested();
            string reason = exception is OperationCanceledException ? $"no answer came within {s_patience.TotalSeconds:0} s" : exception.Message;
            throw new ToolException(ExitCode.Usage, $"cannot read {address}: {reason}. Download the document and name the file with --from");
        }
    }
}
