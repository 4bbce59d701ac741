using System.Runtime.CompilerServices;
using Confluence.Layers;

namespace Confluence.Generated.Tests.Layers;

/// <summary>Which folders of the library use which others. It takes seconds to find out, so it is done once.</summary>
internal static class LibraryFolders
{
    private static readonly Lazy<FolderGraph> s_graph = new(static () => ProjectSources.In(Project()).Graph());

    public static FolderGraph Graph => s_graph.Value;

    private static string Project([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(file, "../../../../src/Confluence.Generated"));
}
