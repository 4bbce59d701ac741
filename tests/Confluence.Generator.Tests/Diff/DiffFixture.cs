using Confluence.Generator.Tests.Diff.Cases;
using Confluence.Generator.Tests.SpecTool;

namespace Confluence.Generator.Tests.Diff;

/// <summary>All cases in two documents, compared in one run there and in one back.</summary>
public sealed class DiffFixture : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();

    /// <summary>Gets the cases, each at paths of its own.</summary>
    public static IReadOnlyList<DiffCase> Cases { get; } = [.. ValueCases.All, .. OperationCases.All, .. SchemaCases.All, .. SurfaceCases.All];

    internal DiffReading There { get; private set; } = null!; // InitializeAsync sets it before any test runs.

    internal DiffReading Back { get; private set; } = null!; // InitializeAsync sets it before any test runs.

    internal string Old => _directory.PathOf("old.json");

    internal string New => _directory.PathOf("new.json");

    internal string Folder => _directory.Root;

    public async ValueTask InitializeAsync()
    {
        _directory.Write("old.json", Document(Cases.Select(one => one.Fill(one.Old)), Cases.Select(one => one.Fill(one.OldSchemas))));
        _directory.Write("new.json", Document(Cases.Select(one => one.Fill(one.New)), Cases.Select(one => one.Fill(one.NewSchemas))));
        There = await DiffReading.RunAsync(Old, New, _directory.Root);
        Back = await DiffReading.RunAsync(New, Old, _directory.Root);
    }

    public ValueTask DisposeAsync()
    {
        _directory.Dispose();
        return default;
    }

    private static string Document(IEnumerable<string> paths, IEnumerable<string> schemas) => $$"""
        {
          "openapi": "3.0.3",
          "info": { "title": "t", "version": "1" },
          "paths": { {{string.Join(",\n", paths.Where(path => path.Length > 0))}} },
          "components": { "schemas": { {{string.Join(",\n", schemas.Where(schema => schema.Length > 0))}} } }
        }
        """;
}
