using Confluence.Generator.Model;

namespace Confluence.Generator.Emit;

/// <summary>Emits the properties through which the group clients are reached.</summary>
internal static class RootEmitter
{
    public static string Emit(RootModel model)
    {
        var writer = new CSharpWriter();
        writer.Header(model.ClassNamespace);
        if (model.Parent is null)
        {
            writer.Line($"public partial class {model.ClassName}");
            using (writer.Braces())
            {
                EmitGroups(writer, model, "Transport");
            }

            return writer.ToString();
        }

        writer.Doc(DocModel.Of($"The {model.Api} API: what the newer one lacks."));
        writer.Line($"public partial class {model.ClassName}");
        using (writer.Braces())
        {
            writer.Line($"private readonly {Runtime.Transport} _transport;");
            writer.Gap().Doc(DocModel.Of("Makes a client for mocks: every property that is not overridden leads to clients that throw."));
            writer.Line($"protected {model.ClassName}() => _transport = {Runtime.Transport}.Unavailable;");
            writer.Gap().Line($"internal {model.ClassName}({Runtime.Transport} transport) => _transport = transport;");
            EmitGroups(writer, model, "_transport");
        }

        return writer.ToString();
    }

    /// <summary>Emits the property of the main client that leads to another API's client.</summary>
    public static string EmitParent(RootModel model, ParentModel parent)
    {
        var writer = new CSharpWriter();
        string type = $"global::{model.ClassNamespace}.{model.ClassName}";
        writer.Header(parent.ClassNamespace).Line($"public partial class {parent.ClassName}");
        using (writer.Braces())
        {
            writer.Doc(DocModel.Of($"The {model.Api} API: what the newer one lacks."));
            writer.Line($"public virtual {type} {parent.Property} => field ??= new {type}(Transport);");
        }

        return writer.ToString();
    }

    private static void EmitGroups(CSharpWriter writer, RootModel model, string transport)
    {
        foreach (GroupModel group in model.Groups)
        {
            string type = $"global::{model.Namespace}.{group.ClassName}";
            writer.Gap().Doc(group.Doc);
            writer.Line($"public virtual {type} {group.Property} => field ??= new {type}({transport});");
        }
    }
}
