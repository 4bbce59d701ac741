using Confluence.Generator.Model;

namespace Confluence.Generator.Emit.Making;

/// <summary>Emits how a request is made of what was read: the methods <c>From</c>, one for each class that it is made of.</summary>
internal static class MakingEmitter
{
    public static string Emit(MakingModel model)
    {
        var writer = new CSharpWriter();
        writer.Header(model.Namespace);
        writer.Line($"public sealed partial class {model.Request}");
        using (writer.Braces())
        {
            for (int i = 0; i < model.Overloads.Count; i++)
            {
                writer.Gap();
                if (i == 0)
                {
                    EmitDocs(writer, model);
                }
                else
                {
                    writer.Line($"/// <inheritdoc cref=\"From({string.Join(", ", [TypeText.Of(model.Overloads[0].Source), .. model.Arguments.Select(Type)])})\"/>");
                }

                EmitMethod(writer, model, model.Overloads[i]);
            }
        }

        return writer.ToString();
    }

    private static void EmitDocs(CSharpWriter writer, MakingModel model)
    {
        writer.Doc(model.Doc).DocParam(model.Parameter, DocModel.Of(model.Texts.Read));
        foreach (MakingArgument argument in model.Arguments)
        {
            writer.DocParam(argument.Name, argument.Doc);
        }

        writer.DocElement("returns", model.Texts.Returns);
        writer.DocElement($"exception cref=\"{Runtime.ArgumentNullException}\"", $"`{model.Parameter}` is null.");
        writer.DocElement($"exception cref=\"{Runtime.ArgumentException}\"", model.Texts.Refused);
    }

    private static void EmitMethod(CSharpWriter writer, MakingModel model, MakingOverload overload)
    {
        string parameter = model.Parameter;
        string[] arguments = [$"{TypeText.Of(overload.Source)} {parameter}", .. model.Arguments.Select(argument => $"{Type(argument)} {argument.Name}{(argument.IsRequired ? "" : " = null")}")];
        writer.Line($"public static {model.Request} From(");
        using (writer.Indented())
        {
            for (int i = 0; i < arguments.Length; i++)
            {
                writer.Line(arguments[i] + (i == arguments.Length - 1 ? ")" : ","));
            }
        }

        using (writer.Braces())
        {
            string key = overload.Key is { } path ? MadeText.Text(path, parameter + "?") : "null";
            writer.Line($"{Runtime.RequestSource} source = new({TypeText.Literal(model.Kind)}, {parameter}, nameof({parameter}), {key});");
            EmitChecks(writer, model, overload);
            if (overload.State is { } state)
            {
                writer.Line($"{Runtime.PublishedState} state = {Runtime.PublishedState}.Of(source, {MadeText.Text(state.Status, parameter)}, {MadeText.Of(state.Number, parameter)}, {state.Argument}?.Value);");
            }

            if (overload.Body is { } body)
            {
                EmitBody(writer, body, parameter);
            }

            var text = new MadeText(parameter, writer);
            IReadOnlyList<(MemberModel Member, string Value)> values = [.. overload.Members.Select(member => (member.Member, text.Of(member)))];
            writer.Line($"return new {model.Request}");
            using (writer.Braces("};"))
            {
                foreach ((MemberModel member, string value) in values)
                {
                    // A text that stays as it came goes from field to field, and never becomes a string.
                    bool isHeld = value == MadeText.Held;
                    writer.Line(isHeld ? $"{ClassEmitter.Storage(member)} = text.Value," : $"{member.Name} = {value},");
                }
            }
        }
    }

    private static void EmitChecks(CSharpWriter writer, MakingModel model, MakingOverload overload)
    {
        if (overload.Current is { } current)
        {
            writer.Line($"source.RequireCurrent({MadeText.Text(current.Status, model.Parameter)}, {TypeText.Literal(current.Otherwise)});");
        }

        foreach (RefusalModel refusal in overload.Refusals)
        {
            string given = refusal.Given is { } argument ? $"{argument} is not null && " : "";
            writer.Line($"if ({given}{MadeText.Text(refusal.Source, model.Parameter)} == {TypeText.Literal(refusal.Is)})");
            using (writer.Braces())
            {
                writer.Line($"throw source.Refuse({TypeText.Literal(refusal.Because)});");
            }

            writer.Line();
        }

        if (model.AtMostOne.Count > 0)
        {
            writer.Line($"source.AtMostOne([{string.Join(", ", model.AtMostOne.Select(argument => $"(nameof({argument}), {argument} is not null)"))}]);");
        }
    }

    private static void EmitBody(CSharpWriter writer, ReadBodyModel body, string parameter)
    {
        writer.Line($"{Runtime.WritableBody} text = {Runtime.WritableBody}.Of(");
        using (writer.Indented())
        {
            writer.Line("source,");
            writer.Line($"[{string.Join(", ", body.Texts.Select(text => $"({TypeText.Literal(text.Name)}, {MadeText.HeldText(text.Path, parameter)})"))}],");
            writer.Line($"[{string.Join(", ", body.Others.Select(other => $"({TypeText.Literal(other.Name)}, {MadeText.Of(other.Path, parameter)} is not null)"))}],");
            writer.Line($"{MadeText.Of(body.Path, parameter)}?.AdditionalProperties.Keys);");
        }
    }

    private static string Type(MakingArgument argument) => TypeText.Of(argument.Type) + (argument.IsRequired ? "" : "?");
}
