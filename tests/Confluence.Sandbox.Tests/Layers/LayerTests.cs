using System.Runtime.CompilerServices;
using Confluence.Layers;

namespace Confluence.Sandbox.Tests.Layers;

public sealed class LayerTests
{
    [Fact]
    public void No_folders_need_each_other()
    {
        FolderGraph graph = ProjectSources.In(Project()).Graph();

        Assert.True(graph.Folders.Count > 5, "The sources of the project were not found.");
        Assert.True(graph.Circles.Count == 0, string.Concat(graph.Circles));
    }

    private static string Project([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(file, "../../../../src/Confluence.Sandbox"));
}
