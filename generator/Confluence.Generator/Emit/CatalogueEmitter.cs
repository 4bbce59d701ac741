using Confluence.Generator.Model;

namespace Confluence.Generator.Emit;

/// <summary>Emits what an API adds to the list of all operations: the half of a class whose other half is written by hand, so that the list has all APIs that there are.</summary>
internal static class CatalogueEmitter
{
    public static string Emit(CatalogueModel model)
    {
        var writer = new CSharpWriter();
        writer.Header(model.Namespace);
        writer.Line($"public static partial class {model.ClassName}");
        using (writer.Braces())
        {
            writer.Line($"static partial void Add{model.Api.ToUpperInvariant()}({Runtime.Collection}<{Runtime.Operation}> operations)");
            using (writer.Braces())
            {
                foreach (CataloguedClientModel client in model.Clients)
                {
                    foreach (string operation in client.Operations)
                    {
                        writer.Line($"operations.Add(global::{client.Namespace}.{client.Name}.Operations.{operation});");
                    }
                }
            }
        }

        return writer.ToString();
    }
}
