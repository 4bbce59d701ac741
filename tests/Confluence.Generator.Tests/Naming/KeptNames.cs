using Confluence.Generator.Build;
using Confluence.Generator.Build.Naming;
using Confluence.Generator.Model;
using Confluence.Generator.Spec;
using Confluence.Generator.Spec.NameMaps;
using Confluence.Generator.Tests.Cases;

namespace Confluence.Generator.Tests.Naming;

/// <summary>What the tool writes into the name map: the types with their places, by which the next document finds them again.</summary>
internal static class KeptNames
{
    public static string Of(string caseName)
    {
        SpecLoadResult loaded = SpecLoader.Load([.. Case.Documents(caseName).Select(static file => new SpecFile(file.Path, file.Text))]);
        return string.Concat(loaded.Documents.SelectMany(static document =>
        {
            NameKeeper names = ModelBuilder.Build(document).Names;
            return names.Schemas.Select(entry => Line(document.Api, "schema", entry)).Concat(names.Inline.Select(entry => Line(document.Api, "inline", entry)));
        }));
    }

    private static string Line(string api, string kind, KeyValuePair<string, NamedType> entry) => $"{api} {kind} {entry.Key}: {entry.Value.Name}, at {entry.Value.Place}\n";
}
