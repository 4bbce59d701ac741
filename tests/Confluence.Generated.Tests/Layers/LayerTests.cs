using Confluence.Layers;

namespace Confluence.Generated.Tests.Layers;

public sealed class LayerTests
{
    [Fact]
    public void No_folders_need_each_other()
    {
        FolderGraph graph = LibraryFolders.Graph;

        Assert.True(graph.Folders.Count > 5, "The sources of the project were not found.");
        Assert.True(graph.Circles.Count == 0, string.Concat(graph.Circles));
    }
}
