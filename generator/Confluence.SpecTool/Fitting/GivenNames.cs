using Confluence.Generator.Spec;
using Confluence.Generator.Spec.NameMaps;
using Confluence.SpecTool.Files;

namespace Confluence.SpecTool.Fitting;

/// <summary>The names that a folder has given out.</summary>
internal static class GivenNames
{
    /// <summary>The name map of an API; an empty one where the folder has none.</summary>
    /// <exception cref="ToolException">The map is malformed.</exception>
    public static NameMap Of(SpecWorkspace workspace, string api)
    {
        string path = workspace.NameMapPath(api);
        return workspace.Find(path) is { } text ? Read(path, text) : NameMap.Empty;
    }

    /// <exception cref="ToolException">The map is malformed.</exception>
    public static NameMap Read(string path, string text)
    {
        var diagnostics = new List<SpecDiagnostic>();
        (string Api, NameMap Map)? read = NameMapReader.Read(SpecFiles.ParseObject(path, text), diagnostics);
        SpecFiles.ThrowIfAny(diagnostics);
        return read?.Map ?? NameMap.Empty;
    }
}
