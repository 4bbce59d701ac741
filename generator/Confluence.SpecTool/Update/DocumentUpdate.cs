using System.Globalization;
using System.Security.Cryptography;
using Confluence.Generator.Build;
using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.OpenApi;
using Confluence.SpecTool.Files;
using Confluence.SpecTool.Fitting;
using Confluence.SpecTool.Import;
using Confluence.SpecTool.NameMaps;

namespace Confluence.SpecTool.Update;

/// <summary>What an update of one document did.</summary>
/// <param name="Api"><c>v2</c> or <c>v1</c>.</param>
/// <param name="From">The revision before; null when it had none.</param>
/// <param name="To">The revision now.</param>
/// <param name="Sha256">The hash of the document as published.</param>
/// <param name="Changes">What came and went.</param>
/// <param name="Moved">Actions that were parked or came back.</param>
/// <param name="NewNames">How many names the name map got.</param>
/// <param name="Decisions">What a person has to decide before it builds.</param>
internal sealed record DocumentUpdate(
    string Api, string? From, string To, string Sha256, DocumentChanges Changes, IReadOnlyList<MovedAction> Moved, int NewNames, IReadOnlyList<Decision> Decisions)
{
    /// <summary>Takes a document into a workspace.</summary>
    /// <param name="workspace">The files.</param>
    /// <param name="record">The record of the documents.</param>
    /// <param name="api">The API.</param>
    /// <param name="published">The document.</param>
    /// <param name="revision">The date of its revision.</param>
    /// <exception cref="ToolException">The document is not what it claims to be.</exception>
    public static DocumentUpdate Apply(SpecWorkspace workspace, SpecRecord record, string api, PublishedDocument published, DateOnly revision)
    {
        ImportResult import = DocumentImporter.Import(new JsonSource(published.Name, SpecFiles.Decode(published.Name, published.Bytes)), api, revision);
        SpecFiles.ThrowIfAny(import.Diagnostics);
        string text = import.Text!; // There is a text when there is no diagnostic.
        string path = workspace.DocumentPath(api);
        JsonObject before = SpecFiles.ParseObject(path, workspace.Find(path) ?? throw new ToolException(ExitCode.Content, $"{path} is not there, so there is nothing to update; import a first document with: import FILE --as {api} --out {path}"));
        JsonObject after = SpecFiles.ParseObject(path, text);
        string to = revision.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        workspace.Set(path, text);
        var overlays = new OverlayUpdate(workspace, api);
        FittedDocument fitted = FittedDocument.Of(overlays, api, after, new ParkingCause(before, after), GivenNames.Of(workspace, api), workspace.OtherDocuments(api));
        (SpecDocument document, BuildResult built, IReadOnlyList<SpecDiagnostic> diagnostics) = fitted;
        Decision[] decisions = [.. Decision.Of(diagnostics, document.Node), .. new ChangedMeanings(before, after, fitted).Find()];
        IReadOnlyList<MovedAction> moved = overlays.Write(to);
        int newNames = decisions.Length == 0 ? Name(workspace, document, built) : 0;

        string sha = Convert.ToHexStringLower(SHA256.HashData(published.Bytes));
        record.Set("revision", api, to);
        record.Set("SHA-256", api, $"`{sha}`");
        record.Set("operations, schemas", api, string.Create(CultureInfo.InvariantCulture, $"{import.Operations}, {import.Schemas}"));
        workspace.Set(workspace.RecordPath, record.Text);
        return new DocumentUpdate(api, RevisionOf(before), to, sha, new DocumentChanges(before, after), moved, newNames, decisions);
    }

    /// <summary>Extends the name map.</summary>
    /// <returns>By how many lines.</returns>
    private static int Name(SpecWorkspace workspace, SpecDocument document, BuildResult built)
    {
        string path = workspace.NameMapPath(document.Api);
        string map = NameMapWriter.Write(document, built);
        int more = map.Count(c => c == '\n') - (workspace.Find(path) ?? "").Count(c => c == '\n');
        workspace.Set(path, map);
        return more;
    }

    private static string? RevisionOf(JsonObject document) => ((document[SpecSource.Marker] as JsonObject)?["revision"] as JsonString)?.Value;
}
