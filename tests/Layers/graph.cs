#!/usr/bin/env dotnet
// Prints the folders of a project, each behind those that it uses, and all circles with what makes them. Ends with 1 when there is one.
// dotnet run tests/Layers/graph.cs -- src/Confluence.Cli
#:package Microsoft.CodeAnalysis.CSharp
#:include TypeUse.cs
#:include FolderCircle.cs
#:include FolderGraph.cs
#:include ProjectSources.cs
#:property PublishAot=false
using Confluence.Layers;

if (args is not [var project] || !Directory.Exists(project))
{
    Console.Error.WriteLine("Usage: graph.cs FOLDER-OF-A-PROJECT");
    return 2;
}

FolderGraph graph = ProjectSources.In(project).Graph();
Console.Write(graph);
foreach (FolderCircle circle in graph.Circles)
{
    Console.Write($"\n{circle}");
}

return graph.Circles.Count == 0 ? 0 : 1;
